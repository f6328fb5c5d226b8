using FunSearch.Programs;
using FunSearch.Simplifying.Reductions;
using FunSearch.Specifications;

namespace FunSearch.Simplifying;

/// <summary>
/// Makes a program shorter for as long as it keeps what it must: takes things out of its syntax tree, the large before the small, and runs what
/// is left.
/// </summary>
/// <remarks>
/// This is delta debugging (Zeller and Hildebrandt, <i>Simplifying and isolating failure-inducing input</i>, IEEE TSE 28(2), 2002) on trees
/// (Misherghi and Su, <i>HDD: hierarchical delta debugging</i>, ICSE 2006), with scores in the place of a failure. What a piece of code means is
/// never asked: a candidate that does not compile, or scores otherwise, is refused, and so any body will do. Every step makes the program
/// shorter, and the last pass finds nothing more: no one reduction shortens the result.
/// </remarks>
/// <param name="standard">What it must keep.</param>
/// <param name="atOnce">Candidates that are run at once: it changes how long it takes, and nothing else.</param>
internal sealed class Reducer(EvolvedFunction function, Standard standard, int atOnce)
{
    // A piece that falls takes its smaller pieces with it: so what takes most comes first.
    private static readonly IReduction[] LargestFirst =
    [
        new DeleteStatements(), new KeepBranch(), new DeleteParts(), new KeepOperand(), new InlineFunction(), new InlineLocal(), new JoinAssignment(), new MergeBranches(),
        new RoundNumber(), new Fold(),
    ];

    private readonly Trials _trials = new(standard.IsKeptByAsync, atOnce);
    private volatile Reduced? _reached;

    /// <summary>How far it has come; null before it has begun. Safe to read from any thread.</summary>
    public Reduced? Progress => _reached is { } reached ? reached with { Tried = _trials.Tried } : null;

    /// <summary>Reduces until nothing more can go. To be called once.</summary>
    /// <param name="body">The program that the standard was measured by: so it has passed the front end, and may be parsed.</param>
    /// <param name="cancellationToken">Ends it with the shortest program so far, and without an exception.</param>
    public async Task<Reduced> ReduceAsync(Body body, CancellationToken cancellationToken)
    {
        var first = Draft.Read(function, body);
        _reached = new Reduced(body, first.Size, first.Size, Tried: 0, Accepted: 0, IsInterrupted: false);
        var isInterrupted = false;
        try
        {
            await ReduceAsync(first, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            isInterrupted = true;
        }
        finally
        {
            await _trials.EndAsync();
        }

        return Progress! with { IsInterrupted = isInterrupted };
    }

    private async Task ReduceAsync(Draft draft, CancellationToken cancellationToken)
    {
        Draft before;
        do
        {
            before = draft;
            foreach (var reduction in LargestFirst)
            {
                draft = await ReduceAsync(draft, reduction, cancellationToken);
            }
        }
        while (draft != before);
    }

    // After a success it goes on at the same place: what stood there is gone, and what came before has just been tried.
    private async Task<Draft> ReduceAsync(Draft draft, IReduction reduction, CancellationToken cancellationToken)
    {
        var place = 0;
        while (await _trials.FirstAsync(ShorterThan(draft, reduction, place), cancellationToken) is var (found, shorter))
        {
            (place, draft) = (found, shorter);
            _reached = _reached! with { Body = draft.Body, After = draft.Size, Accepted = _reached.Accepted + 1 };
        }

        return draft;
    }

    private static IEnumerable<(int Place, Draft Draft)> ShorterThan(Draft draft, IReduction reduction, int from) => reduction.Of(draft)
        .Select((block, place) => (Place: place, Block: block)).Skip(from)
        .Select(candidate => (candidate.Place, Draft: draft.With(candidate.Block)))
        .Where(candidate => candidate.Draft.Size.IsShorterThan(draft.Size));
}

/// <summary>What came of a reduction.</summary>
/// <param name="Body">The shortest program; the one that it began with, as it was written, where nothing could go.</param>
/// <param name="Before">Of the program that it began with.</param>
/// <param name="Tried">Candidates that were compiled, and run where they compiled.</param>
/// <param name="Accepted">Those that made the program shorter.</param>
/// <param name="IsInterrupted">True when it might have become shorter still.</param>
internal sealed record Reduced(Body Body, BodySize Before, BodySize After, long Tried, long Accepted, bool IsInterrupted);
