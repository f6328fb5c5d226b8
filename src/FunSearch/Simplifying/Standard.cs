using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Simplifying;

/// <summary>Compiles a body and runs it once on every input of a split, as a search does; a bad body is an outcome.</summary>
internal delegate Task<Outcome> RunOnSplit(Body body, Split split, CancellationToken cancellationToken);

/// <summary>What a shorter program must keep of a longer one. Thread-safe.</summary>
/// <remarks>It looks at train and at validation. The test split is no business of anybody who chooses.</remarks>
internal sealed class Standard
{
    private readonly RunOnSplit _run;
    private readonly IReadOnlyList<(Split Split, Signature Scores)> _scores;
    private readonly double _loss;

    private Standard(RunOnSplit run, IReadOnlyList<(Split Split, Signature Scores)> scores, double loss) => (_run, _scores, _loss) = (run, scores, loss);

    /// <summary>Runs the longer program.</summary>
    /// <param name="splits">Those that have inputs; of them train and validation count.</param>
    /// <param name="loss">At 0 every score stays as it is, input by input; else the mean of each split may be so much worse, in the score's unit.</param>
    /// <returns>Why there is nothing to keep, where it does not score.</returns>
    public static async Task<(Standard? Standard, Shortfall? Shortfall)> MeasureAsync(
        RunOnSplit run, Body body, IEnumerable<Split> splits, double loss, CancellationToken cancellationToken)
    {
        var scores = new List<(Split, Signature)>();
        foreach (var split in splits.Where(split => split is Split.Train or Split.Validation).Order())
        {
            switch (await run(body, split, cancellationToken))
            {
                case Outcome.Scored scored:
                    scores.Add((split, scored.Signature));
                    break;
                case var outcome:
                    return (null, new Shortfall(split, (Outcome.Failed)outcome));
            }
        }

        return (new Standard(run, scores, loss), null);
    }

    /// <summary>Is it kept? Runs the body on one split after the other, and not on the next where it is not.</summary>
    public async Task<bool> IsKeptByAsync(Body body, CancellationToken cancellationToken)
    {
        foreach (var (split, _) in _scores)
        {
            if (!Allows(split, await _run(body, split, cancellationToken)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Is this outcome good enough? On a split that does not count, any is.</summary>
    public bool Allows(Split split, Outcome outcome) => _scores.Where(each => each.Split == split).All(each =>
        outcome is Outcome.Scored { Signature: var scores }
        && (_loss == 0 ? scores.ScoresLike(each.Scores) : scores.Score >= each.Scores.Score - _loss));
}

/// <summary>A program that was to be simplified, and does not score.</summary>
internal sealed record Shortfall(Split Split, Outcome.Failed Outcome);
