using FunSearch.Programs;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>What came of a body in the compiler's hands: an image, or why there is none.</summary>
/// <param name="Times">Of an image; zero without one.</param>
internal sealed record Compilation(byte[]? Image, Outcome.Failed? Refusal, CompileTimes Times = default)
{
    public static Compilation Of(CompilerAnswer answer) => answer.Result switch
    {
        Compiled.Image image => new(image.Bytes, null, answer.Times),
        Compiled.Forbidden forbidden => new(null, new Outcome.Failed(OutcomeKind.Forbidden, forbidden.What)),
        Compiled.DoesNotCompile refused => new(null, new Outcome.Failed(OutcomeKind.DoesNotCompile, refused.Diagnostics)),
        _ => throw new InvalidOperationException($"The compiler does not answer {answer.Result}."),
    };
}
