using System.Text;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class DrawingTests
{
    private static readonly Subject Honest = new Subject.Candidate(new Body("{ return number; }"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_solution_of_one_input_is_drawn()
    {
        var (svg, refusal) = await DrawAsync("$\"<svg><text>{box.Name}: {string.Join('+', weights.Values)}</text></svg>\"", input: 2);

        Assert.Null(refusal);
        Assert.Equal("<svg><text>large/a: 7+8+9+10</text></svg>", Encoding.UTF8.GetString(svg!));
    }

    [Theory]
    [InlineData("null!", "gave null. It must give SVG.")]
    [InlineData("\"<svg><g></svg>\"", "gave no SVG: ")]
    [InlineData("\"\"", "gave no SVG: ")]
    [InlineData("\"<html/>\"", "gave an XML document of 'html'. It must be one of 'svg'.")]
    [InlineData("\"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>\"", "gave no SVG: ")]
    [InlineData("\"<svg>\" + new string(' ', 1 << 20) + \"</svg>\"", "gave 1048587 bytes. A picture must have at most 1048576.")]
    [InlineData("box.Numbers[99].ToString()", "threw IndexOutOfRangeException: ")]
    public async Task What_is_no_picture_is_told(string expression, string expected)
    {
        var (svg, refusal) = await DrawAsync(expression, input: 1);

        Assert.Null(svg);
        Assert.StartsWith($"Input small/b: Draw, marked [Picture], {expected}", refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_has_loaded_a_candidate_draws_nothing_any_more()
    {
        await using var fleet = new WorkerFleet(Walls.All);
        var runner = await new RunnerFactory(fleet, Drawn("\"<svg/>\"").Build(), data: null, Processes.Patient).StartAsync(Cancellation);
        var draw = new Draw("train", 0, """{"Values":[1,2,3]}"""u8.ToArray());

        var clean = await AskAsync(runner, draw);
        await AskAsync(runner, new Run([1, 2, 3], "", "train", WithSolutions: false));
        var refused = await AskAsync(runner, draw);

        Assert.IsType<RunnerAnswer.Drawn>(clean);
        Assert.Equal(OutcomeKind.Crashed, Assert.IsType<RunnerAnswer.Failed>(refused).Outcome.Why);
        Assert.False(runner.IsUsable);
    }

    private static async Task<(byte[]? Svg, Outcome.Failed? Refusal)> DrawAsync(string expression, int input)
    {
        await using var evaluator = await WorkerEvaluator.StartAsync(Drawn(expression).Build(), data: null, Processes.Patient, workers: 1, Cancellation);
        var solved = await evaluator.SolveAsync(Honest, Split.Train, Cancellation);
        return await evaluator.DrawAsync(Split.Train, input, solved.Solutions[input], Cancellation);
    }

    private static Weighing Drawn(string expression) =>
        new() { More = $"[Picture] public static string Draw(Box box, Weights weights) => {expression};" };

    private static Task<RunnerAnswer> AskAsync(Runner runner, Message request) =>
        runner.AskAsync(request, Split.Train, Processes.Patient.Time, Cancellation);
}
