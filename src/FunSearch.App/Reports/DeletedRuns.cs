using FunSearch.App.Settings;
using FunSearch.App.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>runs delete</c> tells.</summary>
/// <param name="Freed">Bytes that the disk has back.</param>
/// <param name="Bytes">What the store takes on the disk now.</param>
/// <param name="Store">Absolute path of the store.</param>
/// <param name="Kept">Why some of the space is still taken, as a sentence; null when none is.</param>
internal sealed record DeletedRuns(IReadOnlyList<string> Deleted, long Freed, long Bytes, string Store, string? Kept)
{
    public IRenderable Render() => new Text(
        (Kept is null ? "" : $"Not all of the space is free yet, and the next deletion frees the rest. {Kept}\n")
        + $"Deleted {Words.Count(Deleted.Count, "run")} ({string.Join(", ", Deleted)}): {Sizes.Rounded(Freed)} freed, {Sizes.Rounded(Bytes)} left in {Store}");
}
