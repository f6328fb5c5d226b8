using FunSearch.Programs;
using FunSearch.Worker.Compiling;

namespace FunSearch.Evaluation;

/// <summary>What came of a body in the compiler's hands: an image, or why there is none.</summary>
internal sealed record Compilation(byte[]? Image, Outcome.Failed? Refusal)
{
    public static Compilation Of(Compiled compiled) => compiled switch
    {
        Compiled.Image image => new(image.Bytes, null),
        Compiled.Forbidden forbidden => new(null, new Outcome.Failed(OutcomeKind.Forbidden, forbidden.What)),
        Compiled.DoesNotCompile refused => new(null, new Outcome.Failed(OutcomeKind.DoesNotCompile, refused.Diagnostics)),
        _ => throw new InvalidOperationException($"The compiler does not answer {compiled}."),
    };
}
