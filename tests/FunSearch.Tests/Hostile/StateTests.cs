using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.Hostile;

/// <summary>What a candidate leaves behind in the runner that it shares with others: nothing.</summary>
[Collection(Processes.InTurn)]
public sealed class StateTests(Arena.BehindAllWalls walled, Arena.WithoutLanguageWall unwalled)
    : IClassFixture<Arena.BehindAllWalls>, IClassFixture<Arena.WithoutLanguageWall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_compiler_keeps_in_static_fields_holds_no_state()
    {
        // A lambda that captures nothing, an empty array and a table of constants are made once and kept.
        var body = new Body("""
            {
                Func<List<double>, double> use = list => { list.Add(1); return list.Count; };
                double[] none = [];
                ReadOnlySpan<double> table = [10, 20];
                return use([.. none]) + table[0];
            }
            """);

        var outcomes = await SeveralTimesAsync(walled, body);

        Assert.All(outcomes, outcome => Assert.Equal(new Outcome.Scored(new Signature([33, 33, 44])), outcome));
    }

    /// <summary>The language wall refuses static fields. Without it they last as long as the candidate is loaded, from input to input,
    /// but never until the next one.</summary>
    [Fact]
    public async Task A_static_field_let_in_lasts_for_one_candidate()
    {
        var outcomes = await SeveralTimesAsync(unwalled, new Body("{ return ++calls; } static double calls;"));

        Assert.All(outcomes, outcome => Assert.Equal(new Outcome.Scored(new Signature([1 + 2 + 3, 4 + 5 + 6, 7 + 8 + 9 + 10])), outcome));
    }

    [Fact]
    public async Task What_a_candidate_writes_into_its_input_nobody_reads()
    {
        using var folder = new SpecificationFolder();
        folder.Write("Specification.cs", """
            using FunSearch;
            /// <summary>Both inputs are made of the same parts.</summary>
            public static class Sharing
            {
                public sealed record Part(double[] Sizes) { public double Count = 1; }
                public sealed record Whole(string Name, Part[] Parts);
                private static readonly Part[] Shared = [new([1, 2])];
                [Inputs("train")] public static Whole[] Train() => [new("a", Shared), new("b", Shared)];
                [Run] public static double[] Go(Whole whole) => [Weigh(whole.Parts, whole.Parts[0].Sizes), .. whole.Parts[0].Sizes, whole.Parts[0].Count];
                [Score] public static double Sum(Whole whole, double[] seen) => 100 * seen[0] + 10 * seen.Skip(1).Sum() + whole.Parts[0].Sizes.Sum() + whole.Parts[0].Count;
                /// <summary>Some number.</summary>
                [Evolve] public static double Weigh(Part[] parts, double[] sizes) => 1;
            }
            """);
        var vandal = new Body("{ var before = parts[0].Sizes[0] * sizes[0] * parts[0].Count; parts[0].Sizes[0] = 9; parts[0].Count = 9; sizes[0] = 9; parts[0] = null; return before; }");
        await using var evaluator = await WorkerEvaluator.StartAsync(
            SpecificationReader.Read(folder.Path, "./sharing", ""), data: null, Processes.Patient, workers: 1, Cancellation);

        var outcomes = new List<Outcome>();
        foreach (var body in new[] { new Body("{ return 1; }"), vandal, vandal, new Body("{ return 1; }") })
        {
            outcomes.Add(await evaluator.EvaluateAsync(body, Cancellation));
        }

        Assert.All(outcomes, outcome => Assert.Equal([144, 144], Assert.IsType<Outcome.Scored>(outcome).Signature.Scores));
    }

    /// <summary>More often than there are runners.</summary>
    private static async Task<List<Outcome>> SeveralTimesAsync(Arena arena, Body body)
    {
        var outcomes = new List<Outcome>();
        for (var i = 0; i < 6; i++)
        {
            outcomes.Add(await arena.Evaluator.EvaluateAsync(body, Cancellation));
        }

        return outcomes;
    }
}
