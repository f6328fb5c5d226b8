using FunSearch.Worker.Running;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Compiling;

/// <summary>A process that compiles bodies one after the other, with Roslyn warm. The parent kills it when a body takes too long.</summary>
internal static class CompilerRole
{
    /// <summary>Enough for any honest body; hostile ones have been seen to take all there is.</summary>
    private const long MemoryBytes = 1_500_000_000;

    public static void Run(ParentLine line)
    {
        ResourceLimits.Apply(MemoryBytes);
        var compiler = new CandidateCompiler(((SetUpCompiler)line.Receive()).Setup);
        while (true)
        {
            var result = compiler.Compile(((Wire.Compile)line.Receive()).Body);
            line.Send(new CompilerAnswer(result, compiler.Times));
        }
    }
}
