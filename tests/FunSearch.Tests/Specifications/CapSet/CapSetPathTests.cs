using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Specifications.CapSet;

/// <summary>Programs for the second problem, compiled, run and judged by real processes.</summary>
[Collection(Processes.InTurn)]
public sealed class CapSetPathTests
{
    [Theory]
    [InlineData("3", 8, 9)]
    [InlineData("4", 16, 18)]
    [InlineData("5", 32, 37)]
    [InlineData("6", 64, 75)]
    [InlineData("7", 128, 147)]
    [InlineData("8", 256, 297)]
    public async Task Programs_come_to_their_sizes_and_are_verified(string variant, int ofConstant, int ofZeros)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var specification = SpecificationReader.Read(ProblemFinder.Find("cap-set").Path, "cap-set", variant);
        await using var evaluator = await WorkerEvaluator.StartAsync(specification, data: null, Processes.Patient, workers: 1, cancellation);

        var constant = await evaluator.ExamineAsync(Program("return 0.0;"), Split.Train, cancellation);
        var zeros = await evaluator.ExamineAsync(Program("return -Math.Abs(3 * vector.Count(0) - vector.Length);"), Split.Train, cancellation);

        Assert.Equal(new Outcome.Scored(new Signature([ofConstant])), constant.Outcome);
        Assert.Equal(new Outcome.Scored(new Signature([ofZeros])), zeros.Outcome);
        Assert.Equal((true, true), (constant.IsVerified, zeros.IsVerified));
        Assert.Equal([$"n = {variant}"], constant.Inputs);
    }

    private static Subject.Candidate Program(string statement) => new(new Body($"{{ {statement} }}"));
}
