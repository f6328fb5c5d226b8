using FunSearch.Search;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>How a run ends: why, the best function, its scores beside everything it can be compared with, and what to type next.</summary>
/// <param name="Stop">Why it stopped, as a sentence.</param>
/// <param name="IsSpent">True when it goes on only with a larger budget.</param>
/// <param name="Contenders">The best program first, then the baselines, on every split that could be examined.</param>
internal sealed record RunReport(RunFacts Facts, SearchProgress Progress, string Stop, bool IsSpent, IReadOnlyList<Contender> Contenders)
{
    public IRenderable Render(int width)
    {
        var lines = new List<IRenderable>
        {
            Text.Empty,
            new Text(Stop, new Style(decoration: Decoration.Bold)),
            new Text($"{Words.Count(Progress.Samples, "sample")}: {ProgressText.Outcomes(Progress.Outcomes, Progress.Samples)}"),
        };
        if (Progress.Champion is { } champion)
        {
            lines.AddRange(
            [
                Text.Empty,
                new Text(CodeText.Method(Facts.Specification.Function, champion.Program.Body)),
                Text.Empty,
                ScoreboardView.Render(new Scoreboard(Facts.Specification, Contenders, Facts.Known), width),
                .. Remarks(champion).Select(remark => new Text(remark)),
            ]);
        }

        lines.AddRange([Text.Empty, .. NextSteps().Select(step => new Text(step))]);
        return new Rows(lines);
    }

    private IEnumerable<string> Remarks(Champion champion)
    {
        if (champion.Validation is null)
        {
            yield return "There are no validation inputs: the best was picked by its training score.";
        }

        if (Facts.Specification.Unverifiable is { } reason)
        {
            yield return $"Unverified: {reason}";
        }
        else
        {
            yield return "Verified: a clean process recomputed every score from the solutions and found no violation.";
        }
    }

    private IEnumerable<string> NextSteps()
    {
        var name = Facts.Configuration.Name;
        yield return $"Stored as {name} in {Facts.Store}";
        yield return $"See it again:  ./funsearch show {name}{Store()}";
        yield return $"Go on:         ./funsearch resume {name}{(IsSpent ? MoreOf(Facts.Budget) : "")}{Store()}";
    }

    private string Store() => Facts.Store == Path.GetFullPath(Settings.StorePath.Default) ? "" : $" --store {Facts.Store}";

    // Budgets are totals: going on needs a larger one.
    private string MoreOf(Budget budget) =>
        budget.Time is { } time ? $" --time {Settings.Durations.Text(2 * time)}"
        : $" --samples {2 * Math.Max(budget.Samples ?? 0, Progress.Samples)}";
}
