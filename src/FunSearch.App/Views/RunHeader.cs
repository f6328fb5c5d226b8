using FunSearch.App.Settings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>What is said once, when a search starts or goes on: what runs, for how long, and behind which walls.</summary>
internal sealed record RunHeader(RunFacts Facts)
{
    public IRenderable Render() => new Rows(
    [
        new Text(ProgressText.Title(Facts), new Style(decoration: Decoration.Bold)),
        .. Facts.Configuration.From is { } from ? [new Text($"begins with {from.Source}{(from.Renamed is { } renamed ? $", where {renamed}" : "")}")] : Array.Empty<Text>(),
        .. MethodLine.Of(Facts.Configuration) is { } method ? [new Text(method)] : Array.Empty<Text>(),
        .. ModelLine.Of(Facts.Configuration.Models) is { } models ? [new Text(models)] : Array.Empty<Text>(),
        new Text($"budget: {ProgressText.Limits(Facts.Budget)}; an input has {Durations.Text(Facts.Configuration.Limits.Time)} and {Sizes.Text(Facts.Configuration.Limits.MemoryBytes)}"),
        new Text(Facts.Configuration.Walls),
    ]);
}
