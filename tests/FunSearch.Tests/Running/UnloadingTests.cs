using System.Runtime.Loader;
using FunSearch.Evaluation;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Worker.Compiling;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Running;

[Collection(CandidateWorkshop.FuelInTurn)]
public sealed class UnloadingTests
{
    [Theory]
    [InlineData("{ return number; }", true)]
    [InlineData("{ Func<double, double> twice = x => 2 * x; return all.Select(twice).Sum(); }", true)]
    [InlineData("{ return all[99]; }", false)]
    public void Of_500_candidates_none_stays_in_memory(string body, bool scores)
    {
        var problem = new Weighing().Build();
        var specification = new LoadedSpecification(problem.Assembly, [], problem.ClassName);
        var inputs = new InputMaker(specification, variant: "").Make(problem.Folder, data: null)[0];
        var image = ((Compiled.Image)new CandidateCompiler(Setups.ForCompiler(problem).Setup).Compile(body)).Bytes;
        var trial = new Trial(specification, fuel: 1_000_000, allocation: 100_000_000, at: _ => { }, send: _ => { });

        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(scores ? MessageKind.Scores : MessageKind.Failure, trial.Run(new Run(image, "", "train", WithSolutions: false), inputs).Kind);
        }

        for (var i = 0; i < 10 && Loaded() > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, Loaded());
    }

    private static int Loaded() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(assembly => AssemblyLoadContext.GetLoadContext(assembly) is CandidateContext);
}
