using FunSearch.App.Settings;
using FunSearch.App.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>runs delete</c> tells.</summary>
/// <param name="Freed">Bytes that the disk has back.</param>
/// <param name="Bytes">What the store takes on the disk now.</param>
/// <param name="Store">Absolute path of the store.</param>
internal sealed record DeletedRuns(IReadOnlyList<string> Deleted, long Freed, long Bytes, string Store)
{
    public IRenderable Render() => new Text(
        $"Deleted {Words.Count(Deleted.Count, "run")} ({string.Join(", ", Deleted)}): {Sizes.Rounded(Freed)} freed, {Sizes.Rounded(Bytes)} left in {Store}");
}
