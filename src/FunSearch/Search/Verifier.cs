using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Search;

/// <summary>Believes a new best only after it was examined: run again in a fresh runner, and judged by a process that never met a
/// candidate. Picks the champion by validation.</summary>
/// <param name="write">Where a verification is written before it counts.</param>
internal sealed class Verifier(IEvaluator evaluator, Func<JournalEntry.Verified, CancellationToken, Task> write)
{
    private readonly Dictionary<long, JournalEntry.Verified> _verified = [];
    private double? _merit;

    /// <summary>The highest mean training score that was verified.</summary>
    public double? Best { get; private set; }

    /// <summary>The program that the search began with: what all others are measured by.</summary>
    public Champion? First { get; private set; }

    /// <summary>New bests on train since the champion, all of which were worse than it on validation.</summary>
    public int BetterOnTrainAlone { get; private set; }

    /// <summary>The verified program of the highest <see cref="JournalEntry.Verified.Merit"/>.</summary>
    public Champion? Champion { get; private set; }

    /// <summary>A verification that the journal holds: it need not be done again.</summary>
    public void Recall(JournalEntry.Verified verified) => _verified[verified.Id] = verified;

    /// <summary>Returns the outcome as it is, unless it claims a new best: then what is left of the claim after an examination.</summary>
    public async Task<Outcome> CheckAsync(JournalEntry.Proposed sample, Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not Outcome.Scored scored || scored.Signature.Score <= Best)
        {
            return outcome;
        }

        var recalled = _verified.GetValueOrDefault(sample.Id);
        var subject = new Subject.Candidate(sample.Proposal.Body!);
        var train = recalled?.Train ?? await evaluator.ExamineAsync(subject, Split.Train, cancellationToken);
        if (train.Outcome is not Outcome.Scored again)
        {
            return train.Outcome;
        }

        if (FirstDifference(scored.Signature, again.Signature) is { } input)
        {
            return new Outcome.Failed(
                OutcomeKind.Inconsistent,
                $"Input {train.Inputs[input]} scored differently in a second run. The same program must score the same every time.");
        }

        if (recalled is not null)
        {
            return outcome;
        }

        var validation = evaluator.Inputs.ContainsKey(Split.Validation)
            ? await evaluator.ExamineAsync(subject, Split.Validation, cancellationToken)
            : null;

        // Who is only too slow on a validation input may still be a parent, though never champion; who lies there is out. The first
        // program must score on both: somebody has to be champion.
        if (validation?.Outcome is Outcome.Failed failed && (Champion is null || failed.Kind is OutcomeKind.WrongResult or OutcomeKind.Inconsistent))
        {
            return failed;
        }

        var verified = new JournalEntry.Verified(sample.Id, train, validation);
        await write(verified, cancellationToken);
        Recall(verified);
        return outcome;
    }

    /// <summary>Lets a settled program be the best, and the champion, if it is.</summary>
    public void Crown(ScoredProgram program)
    {
        if (!_verified.Remove(program.Id, out var verified))
        {
            return;
        }

        Best = Math.Max(program.Score, Best ?? double.NegativeInfinity);
        BetterOnTrainAlone++;
        if (verified.Merit is { } merit && !(merit <= _merit))
        {
            (_merit, BetterOnTrainAlone) = (merit, 0);
            Champion = new Champion(program, verified.Train, verified.Validation);
            First ??= Champion;
        }
    }

    private static int? FirstDifference(Signature first, Signature second) =>
        Enumerable.Range(0, first.Scores.Count).Cast<int?>().FirstOrDefault(input => first.Scores[input!.Value] != second.Scores[input.Value]);
}
