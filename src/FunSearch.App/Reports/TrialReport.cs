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

    private const int ShortestName = 12;

    // Two blanks keep columns apart.
    private const int Gap = 2;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly string[] Headings = ["model", "first word", "whole", "in", "out", "$/M in", "$/M out", "this call"];

    public ModelsJson Json() => new([.. Trials.Select(Json)], $"{PriceTable:O}");

    /// <param name="width">In characters; long names lose their beginning where there is no room for it.</param>
    public IRenderable Render(int width)
    {
        var rows = Trials.Select(trial => Cells(trial).ToList()).ToList();
        var numbers = Enumerable.Range(1, Headings.Length - 1).ToHashSet();
        var room = Math.Max(ShortestName, width - numbers.Sum(column => Gap + rows.Select(row => row[column].Length).Append(Headings[column].Length).Max()));
        return new Rows(
        [
            GridView.Draw(Headings, numbers, rows.Select(row => (row.Skip(1).Prepend(Shortened(row[0], room)), Style.Plain))),
            .. Trials.SelectMany(InWords),
        ]);
    }

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

    private static IEnumerable<IRenderable> InWords(Trial trial)
    {
        yield return Text.Empty;
        yield return new Text(trial.Settings.Name, Bold);
        foreach (var line in Lines(trial))
        {
            yield return new Padder(new Text(line), new Padding(4, 0, 0, 0));
        }
    }

    private static IEnumerable<string> Lines(Trial trial)
    {
        if (trial.Settings.Address != trial.Settings.Name)
        {
            yield return trial.Settings.Address;
        }

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

    // Of an address the end says the most.
    private static string Shortened(string name, int room) => name.Length <= room ? name : $"…{name[^(room - 1)..]}";

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
