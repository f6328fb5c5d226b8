using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;

namespace FunSearch.App.Views;

/// <summary>How much of a session the evaluators waited for a language model, and what to do about it. Nothing where no model was asked: the
/// embedded proposer is faster than any evaluator.</summary>
/// <param name="Idle">As <see cref="RunProgress.Idle"/>.</param>
internal sealed record IdleLine(RunConfiguration Configuration, SearchProgress Progress, double? Idle)
{
    private const double Much = 0.2;

    private string Proposer => Configuration.Proposer;

    public IEnumerable<string> Lines()
    {
        if (Progress.Spent.Requests > 0 && Idle is { } idle)
        {
            yield return $"Evaluators were idle {Words.Percent(idle)} of the time{(idle >= Much && Configuration.Models is not null ? Hint() : ".")}";
        }
    }

    // A run of a program's own client has no settings that the command line could change.
    private string Hint() => Proposer == "mix" || Proposer.StartsWith("mix:", StringComparison.Ordinal)
        ? ": more would be tried with a larger \"requestsAtOnce\" or \"embeddedAtOnce\" in the configuration."
        : $": more would be tried with a larger \"requestsAtOnce\" in the configuration, or with --proposer mix{(ProposerChoice.TryParse(Proposer, out _) ? $":{Proposer}" : "")}, where the embedded proposer fills the gaps.";
}
