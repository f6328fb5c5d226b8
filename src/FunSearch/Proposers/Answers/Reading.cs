using FunSearch.Programs;

namespace FunSearch.Proposers.Answers;

/// <summary>What a model's answer came to: a body, or the reason why there is none. Exactly one of the two.</summary>
internal sealed record Reading
{
    private Reading()
    {
    }

    public Body? Body { get; private init; }

    /// <summary>A sentence for a person.</summary>
    public string? NoCode { get; private init; }

    public static Reading Of(Body body) => new() { Body = body };

    public static Reading Nothing(string reason) => new() { NoCode = reason };
}
