using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>Learns from what becomes of proposals what the next prompt should say. The same reports in the same order lead to the same
/// briefings: so a search that goes on, and a replay, write the prompts that would have been written.</summary>
/// <remarks>One owner: a search asks and reports one after another.</remarks>
internal sealed class Briefer(PromptSettings settings)
{
    private const int LongestFailure = 240;

    private static readonly Dictionary<OutcomeKind, string> Failed = new()
    {
        [OutcomeKind.DoesNotCompile] = "Does not compile",
        [OutcomeKind.Forbidden] = "Forbidden",
        [OutcomeKind.TimedOut] = "Too slow",
        [OutcomeKind.OutOfMemory] = "Too much memory",
        [OutcomeKind.Crashed] = "Crashed",
        [OutcomeKind.WrongResult] = "Wrong result",
        [OutcomeKind.NotFinite] = "Not a finite number",
        [OutcomeKind.Inconsistent] = "Two runs differed",
    };

    private readonly Bandit _intents = new(settings.Intents);
    private readonly List<string> _failures = [];

    /// <summary>Takes one number of the prompt's chance.</summary>
    public Briefing Brief(Prompt prompt)
    {
        var name = _intents.Choose(prompt.Random.NextDouble(), name => prompt.Parents.Count >= Intent.All[name].LeastParents);
        return new Briefing(Intent.All[name ?? "improve"], prompt.Best, [.. _failures]);
    }

    /// <inheritdoc cref="IProposer.Report"/>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        if (proposal.Exchange is not { Intent: { } intent })
        {
            return;
        }

        // An intent that nobody configured stands in where none of theirs fits.
        if (settings.Intents.Contains(intent))
        {
            _intents.Report(intent, isProgress, Toll.None);
        }

        if (outcome is Outcome.Failed failed && Failed.TryGetValue(failed.Why, out var how))
        {
            Note($"{how}: {FirstLine(failed.Detail)}");
        }
    }

    private void Note(string failure)
    {
        _failures.Remove(failure);
        _failures.Insert(0, failure);
        if (_failures.Count > settings.Failures)
        {
            _failures.RemoveAt(settings.Failures);
        }
    }

    private static string FirstLine(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length > LongestFailure ? $"{line[..LongestFailure]}…" : line;
    }
}
