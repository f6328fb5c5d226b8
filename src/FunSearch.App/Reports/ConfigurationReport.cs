using System.Text.Json;
using FunSearch.App.Views;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>models --explain</c> tells: every key of the configuration, an example, and the prices that need not be configured.</summary>
internal sealed record ConfigurationReport(IReadOnlyList<ExplainedKey> Keys, string Example, PriceTable Prices)
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public ConfigurationJson Json() => new(
        Keys,
        JsonElement.Parse(Example),
        $"{Prices.Date:O}",
        [.. Prices.Prices.Select(price => new ListedPriceJson($"{price.Provider}/{price.Model}", price.Input, price.Output, price.Note, $"{price.Read:O}", price.Source))]);

    public IRenderable Render() => new Rows(
    [
        new Text("The configuration of language models (--config FILE) is one JSON object. All keys may be left out but those that must be given."),
        .. Keys.SelectMany(key => new IRenderable[]
        {
            Text.Empty,
            new Text(key.Name, Bold),
            Indented(key.Meaning),
            Indented(ValueOf(key)),
        }),
        Text.Empty,
        new Text("An example that holds them all:", Bold),
        Text.Empty,
        new Text(Example.TrimEnd()),
        Text.Empty,
        new Text($"Known prices as of {Prices.Date:yyyy-MM-dd}, in US dollars a million tokens. The configuration's price goes before them.", Bold),
        Text.Empty,
        PriceGrid(),
    ]);

    /// <summary>What a key may be and what it is by default, as a sentence or two.</summary>
    public static string ValueOf(ExplainedKey key)
    {
        var kind = $"It is {key.Kind}.";
        var usual = key.Default is null ? "It must be given." : key.Default == "null" ? $"Default: null, {key.Without}." : $"Default: {key.Default}.";
        return key.Default != "null" && key.Without is not null ? $"{kind} {usual} Null: {key.Without}." : $"{kind} {usual}";
    }

    private static Padder Indented(string text) => new(new Text(text), new Padding(4, 0, 0, 0));

    // A note stands below its line: beside it there is no room on a narrow screen.
    private IRenderable PriceGrid() => GridView.Draw(
        ["model", "in", "out", "read"],
        new HashSet<int> { 1, 2 },
        Prices.Prices.SelectMany(price => new[] { Cells(price), [$"  {price.Note}", "", "", ""] }.Take(price.Note is null ? 1 : 2))
            .Select(cells => (cells, Style.Plain)));

    private static IEnumerable<string> Cells(ListedPrice price) =>
        [$"{price.Provider}/{price.Model}", $"{price.Input:0.00}", $"{price.Output:0.00}", $"{price.Read:yyyy-MM-dd}"];
}

/// <param name="PriceTable">The day that the prices were last gone through.</param>
internal sealed record ConfigurationJson(IReadOnlyList<ExplainedKey> Keys, JsonElement Example, string PriceTable, IReadOnlyList<ListedPriceJson> Prices);

/// <param name="Input">US dollars a million tokens.</param>
/// <param name="Output">US dollars a million tokens.</param>
/// <param name="Read">The day that the page said so.</param>
internal sealed record ListedPriceJson(string Model, decimal Input, decimal Output, string? Note, string Read, Uri Source);
