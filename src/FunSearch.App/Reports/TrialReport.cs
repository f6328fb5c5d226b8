using FunSearch.App.Views;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Trials;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>models</c> tells: the models beside each other in figures, then each in words.</summary>
/// <param name="PriceTable">When the shipped prices were last gone through.</param>
internal sealed record TrialReport(IReadOnlyList<Trial> Trials, DateOnly PriceTable)
{
    private const string None = "–";
    private const string Unknown = "unknown";

    private static readonly string[] Headings = ["model", "first word", "whole", "in", "out", "$/M in", "$/M out", "this call"];

    public ModelsJson Json() => new([.. Trials.Select(Json)], $"{PriceTable:O}");

    public IRenderable Render() => new Rows(
        GridView.Draw(Headings, Enumerable.Range(1, Headings.Length - 1).ToHashSet(), Trials.Select(trial => (Cells(trial), Style.Plain))),
        Text.Empty,
        InWords());

    private static TrialJson Json(Trial trial) => new(
        trial.Settings.Name,
        trial.Settings.Address,
        trial.Failure,
        trial.FirstWord?.TotalSeconds,
        trial.Whole?.TotalSeconds,
        trial.InputTokens,
        trial.OutputTokens,
        trial.Price?.Price,
        trial.Price?.Origin.ToString().ToLowerInvariant(),
        trial.Price?.Listed is { } listed ? $"{listed.Read:O}" : null,
        trial.Cost,
        trial.Remarks);

    private static IEnumerable<string> Cells(Trial trial)
    {
        var (price, isAnswered) = (trial.Price?.Price, trial.Failure is null);
        yield return trial.Settings.Name;
        yield return isAnswered && trial.FirstWord is { } first ? Seconds(first) : None;
        yield return isAnswered && trial.Whole is { } whole ? Seconds(whole) : None;
        yield return isAnswered ? $"{trial.InputTokens:N0}" is { Length: > 0 } input ? input : Unknown : None;
        yield return isAnswered ? $"{trial.OutputTokens:N0}" is { Length: > 0 } output ? output : Unknown : None;
        yield return price is null ? Unknown : $"{price.Input:0.00##}";
        yield return price is null ? Unknown : $"{price.Output:0.00##}";
        yield return !isAnswered ? None : trial.Cost is { } cost ? Words.Dollars(cost) : Unknown;
    }

    private Spectre.Console.Grid InWords()
    {
        var grid = new Spectre.Console.Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 0, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(2, 0, 0, 0) });
        foreach (var trial in Trials)
        {
            foreach (var (line, index) in Lines(trial).Select((line, index) => (line, index)))
            {
                grid.AddRow(new Text(index == 0 ? trial.Settings.Name : ""), new Text(line));
            }
        }

        return grid;
    }

    private static IEnumerable<string> Lines(Trial trial)
    {
        yield return trial.Settings.Address;
        if (trial.Failure is not null)
        {
            yield return $"No answer: {trial.Failure}";
        }

        if (trial.Price is { } price)
        {
            yield return PriceOf(price);
        }

        foreach (var remark in trial.Remarks.Where(_ => trial.Failure is null))
        {
            yield return remark;
        }
    }

    private static string PriceOf(PriceQuote price) => price.Origin switch
    {
        PriceOrigin.Configuration => "Its price is the configuration's.",
        PriceOrigin.Table => $"Its price is from the table, {price.Listed!.Read:yyyy-MM-dd}{(price.Listed.Note is { } note ? $", for {note}" : "")}: {price.Listed.Source}",
        PriceOrigin.Local => "It runs on this machine, and no request is billed.",
        _ => "Its price is unknown, and no cost can be told. Give it in the configuration: \"price\": { \"input\": …, \"output\": … }",
    };

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.00} s";
}

/// <param name="PriceTable">The day that the shipped prices were last gone through.</param>
internal sealed record ModelsJson(IReadOnlyList<TrialJson> Models, string PriceTable);

/// <param name="Failure">Null where it answered.</param>
/// <param name="FirstWordSeconds">Null where answers are not streamed.</param>
/// <param name="TokensIn">Null where the server did not tell.</param>
/// <param name="Price">US dollars a million tokens; null where it is unknown.</param>
/// <param name="PriceFrom"><c>configuration</c>, <c>table</c>, <c>local</c> or <c>unknown</c>.</param>
/// <param name="PriceRead">The day that the table has it from.</param>
/// <param name="Cost">US dollars; null where it is unknown.</param>
internal sealed record TrialJson(
    string Model,
    string Address,
    string? Failure,
    double? FirstWordSeconds,
    double? Seconds,
    long? TokensIn,
    long? TokensOut,
    Price? Price,
    string? PriceFrom,
    string? PriceRead,
    decimal? Cost,
    IReadOnlyList<string> Remarks);
