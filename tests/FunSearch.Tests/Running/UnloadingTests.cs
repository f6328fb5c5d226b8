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

        Assert.Equal(0, Collected(atMost: 0));
    }

    [Fact]
    public void Of_500_programs_that_are_held_only_those_in_the_slots_stay_in_memory()
    {
        var problem = new Weighing().Build();
        var specification = new LoadedSpecification(problem.Assembly, [], problem.ClassName);
        var inputs = new InputMaker(specification, variant: "").Make(problem.Folder, data: null)[0];
        var image = new CandidateCompiler(Setups.ForCompiler(problem).Setup).Lift("{ return number * 2.5; }").Image;
        var trial = new Trial(specification, fuel: 1_000_000, allocation: 100_000_000, at: _ => { }, send: _ => { });
        var before = Collected(atMost: 0);

        for (var i = 0; i < 500; i++)
        {
            Assert.IsType<Scores>(trial.Run(new Run(image, "", "train", WithSolutions: false, new Held((byte)(i % Held.Slots), [i])), inputs));
        }

        Assert.Equal(Held.Slots, Collected(atMost: before + Held.Slots) - before);
        GC.KeepAlive(trial);
    }

    /// <summary>How many candidates are loaded once the collector found no more to let go.</summary>
    private static int Collected(int atMost)
    {
        for (var i = 0; i < 10 && Loaded() > atMost; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Loaded();
    }

    private static int Loaded() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(assembly => AssemblyLoadContext.GetLoadContext(assembly) is CandidateContext);
}
