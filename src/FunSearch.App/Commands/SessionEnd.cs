using FunSearch.Accounts;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;

namespace FunSearch.App.Commands;

/// <summary>How a session ends: its report, then what went wrong, and the exit code.</summary>
internal sealed class SessionEnd(RunFacts facts, Comparison comparison, Terminal terminal)
{
    private static readonly SearchProgress Nothing = new(0, null, new Dictionary<OutcomeKind, long>(), null, [], TimeSpan.Zero, Spending.None);

    /// <param name="progress">Null when the first program has not scored yet.</param>
    /// <param name="idle">As <see cref="RunProgress.Idle"/>.</param>
    /// <param name="stop">Null when an error stopped the search.</param>
    /// <param name="failure">Null when all went well.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ReportAsync(SearchProgress? progress, double? idle, StopReason? stop, Exception? failure)
    {
        var known = progress ?? Nothing;
        var (contenders, fault) = known.Champion is { } champion ? await ContendersAsync(champion) : ([], null);
        terminal.Say(new RunReport(facts, known, stop, contenders) { Idle = idle, InColours = terminal.HasColours }.Render(terminal.Width));
        if ((failure ?? fault) is { } told)
        {
            terminal.Complain(told);
        }

        terminal.AnswerScript(RunJson.Of(facts, known, contenders) with { Idle = idle });
        return (failure ?? fault, stop) switch
        {
            (not null, _) => ExitCodes.Failed,
            (_, StopReason.Interrupted) => ExitCodes.Interrupted,
            _ when facts.Budget.Target is { } target && !facts.Specification.Measures.HasReached(known.Best, target) => ExitCodes.TargetMissed,
            _ => ExitCodes.Done,
        };
    }

    // What broke the search may break this as well: then the test split is missing, and not the whole report.
    private async Task<(IReadOnlyList<Contender> Contenders, Exception? Fault)> ContendersAsync(Champion champion)
    {
        IReadOnlyList<Contender> contenders = [Contender.Best(champion), .. facts.Rivals];
        try
        {
            return (await comparison.OnTestAsync(contenders, CancellationToken.None), null);
        }
        catch (Exception exception)
        {
            return (contenders, exception);
        }
    }
}
