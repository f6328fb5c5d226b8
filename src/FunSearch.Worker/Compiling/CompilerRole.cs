using FunSearch.Worker.Running;
using FunSearch.Worker.Walls;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Compiling;

/// <summary>A process that compiles bodies one after the other, with Roslyn warm. The parent kills it when a body takes too long.</summary>
internal static class CompilerRole
{
    /// <summary>Enough for any honest body; hostile ones have been seen to take all there is.</summary>
    private const long MemoryBytes = 1_500_000_000;

    /// <summary>Does not compile: so that what is needed to say why is loaded too.</summary>
    private const string Mistaken = "{ return nothing; }";

    public static void Run(ParentLine line, WorkerWalls walls)
    {
        ResourceLimits.Apply(MemoryBytes);
        var compiler = new CandidateCompiler(((SetUpCompiler)line.Receive()).Setup, walls.Language);
        var first = compiler.Compile(((Wire.Compile)line.Receive()).Body);
        compiler.Compile(Mistaken);
        walls.Raise(typeof(CompilerRole).Assembly);
        line.Send(new CompilerAnswer(first));
        while (true)
        {
            line.Send(line.Receive() switch
            {
                Lift lift => compiler.Lift(lift.Body),
                var request => new CompilerAnswer(compiler.Compile(((Wire.Compile)request).Body), compiler.Times),
            });
        }
    }
}
