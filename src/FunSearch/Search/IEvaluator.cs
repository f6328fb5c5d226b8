using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Search;

/// <summary>What can be scored.</summary>
internal abstract record Subject
{
    private Subject()
    {
    }

    /// <summary>A body that passes through the language wall like any other.</summary>
    public sealed record Candidate(Body Body) : Subject;

    /// <summary>One of the specification's own baselines, by name.</summary>
    public sealed record Baseline(string Name) : Subject;
}

/// <summary>A thorough scoring of one subject on one split.</summary>
/// <param name="Outcome">Scored (higher is better), or why not. <see cref="OutcomeKind.WrongResult"/> names the violation.</param>
/// <param name="Inputs">The names of the split's inputs, in order.</param>
/// <param name="Figures">By name of the figure, then by group; in the figure's own unit and sign. Empty when it did not score.</param>
/// <param name="IsVerified">True when a clean process recomputed every score from the solution and found no violation.</param>
internal sealed record Examination(
    Outcome Outcome,
    IReadOnlyList<string> Inputs,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    bool IsVerified);

/// <summary>Whom a sample is held against while it is run, so that it can be cut short when it is clearly out.</summary>
/// <param name="Peers">Programs that it must not fall clearly short of, worst first.</param>
/// <param name="Incumbent">For a trial of other numbers the program that it must beat, input by input; null for any other sample.</param>
internal sealed record Rivals(IReadOnlyList<Signature> Peers, Signature? Incumbent)
{
    /// <summary>Nobody: the sample is run to the end.</summary>
    public static Rivals None { get; } = new([], null);
}

/// <summary>Compiles and runs candidates, isolated and under limits. Thread-safe: it runs as many at once as it has workers.</summary>
internal interface IEvaluator : IAsyncDisposable
{
    /// <summary>Names of the inputs of each split that the problem has.</summary>
    IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; }

    /// <summary>Compiles a candidate and runs it once on every training input. A bad candidate is an outcome, never an exception.</summary>
    /// <param name="rivals">Whom it must not fall clearly short of: then it may be cut short. <see cref="Rivals.None"/>: it is run to the end.</param>
    Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken);

    /// <summary>Runs a subject in a fresh runner on every input of a split, then has a clean process, which has never loaded a
    /// candidate, recompute the scores from the solutions, verify them and take the figures.</summary>
    Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken);
}
