using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Runs;
using FunSearch.Search;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>How a run ends: why, the best function, its scores beside everything it can be compared with, and what to type next.</summary>
/// <param name="Stop">Why it stopped; null when an error stopped it.</param>
/// <param name="Contenders">The best program first, then the baselines, on every split that could be examined; none without a best one.</param>
internal sealed record RunReport(RunFacts Facts, SearchProgress Progress, StopReason? Stop, IReadOnlyList<Contender> Contenders)
{
    /// <inheritdoc cref="RunProgress.Idle"/>
    public double? Idle { get; init; }

    /// <summary>False where changes of code are told by marks.</summary>
    public bool InColours { get; init; }

    public IRenderable Render(int width)
    {
        List<IRenderable> lines =
        [
            Text.Empty,
            new Text(Why(), new Style(decoration: Decoration.Bold)),
            new Text(Samples()),
            .. YieldTable.Render(Progress),
            .. new IdleLine(Facts.Configuration, Progress, Idle).Lines().Select(line => new Text(line)),
        ];
        if (Progress.Champion is { } champion)
        {
            lines.AddRange(
            [
                Text.Empty,
                new Text(CodeText.Method(Facts.Specification.Function, champion.Program.Body)),
                Text.Empty,
                .. ChangedNumbers.Render(Facts, champion, InColours),
                ScoreboardView.Render(new Scoreboard(Facts.Specification.Measures, Contenders, Facts.Known), width),
                .. Remarks(champion).Select(remark => new Text(remark)),
            ]);
        }
        else
        {
            lines.Add(new Text("No program has been verified yet."));
        }

        lines.AddRange([Text.Empty, .. new NextSteps(Facts, Progress, Stop).Lines().Select(step => new Text(step))]);
        return new Rows(lines);
    }

    private IEnumerable<string> Remarks(Champion champion)
    {
        if (champion.Validation is null)
        {
            yield return "There are no validation inputs: the best was picked by its training score.";
        }

        foreach (var (line, _) in HeldOutLines.Of(Progress))
        {
            yield return line;
        }

        if (Facts.Configuration.From is { } from)
        {
            yield return WarmStartLine.Of(from.Source, Contenders[1], Contenders[0], Facts.Specification);
        }

        yield return Verdict.Of(Contenders[0], Facts.Specification.Unverifiable);
    }

    private string Why() => Stop switch
    {
        null => "Stopped by an error; everything up to here is stored.",
        StopReason.Interrupted when Progress.Islands.Count == 0 => "Interrupted before the first program had scored.",
        StopReason.Interrupted => Words.Of(StopReason.Interrupted, Facts.Budget, Progress.Spent),
        not StopReason.ProposerIsDone when Progress.Earlier > 0 && Progress.Samples <= Progress.Earlier =>
            $"Nothing was left to do: {Words.Count(Progress.Samples, "sample")} in {Durations.Clock(Progress.Elapsed)} are done, and the budget is {ProgressText.Limits(Facts.Budget)}.",
        { } stop => Words.Of(stop, Facts.Budget, Progress.Spent),
    };

    private string Samples()
    {
        var samples = Words.Count(Progress.Samples, "sample");
        return Progress.Samples == 0 ? samples : $"{samples}: {ProgressText.Outcomes(Progress.Outcomes, Progress.Samples)}{ProgressText.Behaviours(Progress)}";
    }
}
