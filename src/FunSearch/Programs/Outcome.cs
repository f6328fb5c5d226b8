namespace FunSearch.Programs;

/// <summary>The ways in which a sample can end, in the order in which they are shown.</summary>
public enum OutcomeKind
{
    /// <summary>Ran on every training input.</summary>
    Scored,

    /// <summary>The same tokens as an earlier sample.</summary>
    Duplicate,

    /// <summary>The compiler refused it.</summary>
    DoesNotCompile,

    /// <summary>The language wall refused a symbol or a piece of syntax.</summary>
    Forbidden,

    /// <summary>Still running at a limit, and killed.</summary>
    TimedOut,

    /// <summary>Asked for more memory than a runner has.</summary>
    OutOfMemory,

    /// <summary>Ended by its own exception, its stack, or its process.</summary>
    Crashed,

    /// <summary>Its solution failed verification.</summary>
    WrongResult,

    /// <summary>A score, or a number that it returned, was not a number or infinite.</summary>
    NotFinite,

    /// <summary>Two runs differed.</summary>
    Inconsistent,

    /// <summary>Clearly out after the first inputs, and not run on the rest.</summary>
    CutShort,

    /// <summary>A model's answer held nothing usable.</summary>
    NoCode,
}

/// <summary>What became of one sample. Exactly one of the nested cases; a bad program is a value, not an exception, and not the score 0.</summary>
public abstract record Outcome
{
    private Outcome(OutcomeKind kind) => Kind = kind;

    /// <summary>Which of the ways it ended in.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Ran on every training input. The only outcome that enters the programs database.</summary>
    public sealed record Scored(Signature Signature) : Outcome(OutcomeKind.Scored);

    /// <summary>Not run: sample <paramref name="Of"/> had the same tokens.</summary>
    public sealed record Duplicate(long Of) : Outcome(OutcomeKind.Duplicate);

    /// <summary>Everything else; by circumstance where the machine may have decided it, though the kind does not say so.</summary>
    /// <param name="Why">Neither <see cref="OutcomeKind.Scored"/> nor <see cref="OutcomeKind.Duplicate"/>.</param>
    /// <param name="Detail">One sentence for a person (and a language model): which symbol, which input, which limit.</param>
    public sealed record Failed(OutcomeKind Why, string Detail, bool ByCircumstance = false) : Outcome(Why);
}
