using System.Text;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class RunnerTests
{
    private static readonly Judge Honest = new("train", [.. new[] { "[1,2,3]", "[4,5,6]", "[7,8,9,10]" }.Select(values => Encoding.UTF8.GetBytes($$"""{"Values":{{values}}}"""))]);

    [Fact]
    public async Task A_runner_judges_until_it_has_loaded_a_candidate()
    {
        await using var fleet = new WorkerFleet(Walls.All);
        var runner = await StartAsync(fleet);

        var clean = await AskAsync(runner, Honest);
        await AskAsync(runner, new Run([1, 2, 3], "", "train", WithSolutions: false));
        var refused = await AskAsync(runner, Honest);

        Assert.Equal([6, 15, 34], Assert.IsType<RunnerAnswer.Judged>(clean).Judgement.Scores);
        Assert.Equal(OutcomeKind.Crashed, Assert.IsType<RunnerAnswer.Failed>(refused).Outcome.Why);
        Assert.False(runner.IsUsable);
    }

    [Fact]
    public async Task An_image_that_is_none_is_a_crash_of_the_candidate_alone()
    {
        await using var fleet = new WorkerFleet(Walls.All);
        var runner = await StartAsync(fleet);

        var answer = await AskAsync(runner, new Run([1, 2, 3], "", "train", WithSolutions: false));

        Assert.StartsWith("Input small/a: BadImageFormatException: ", Assert.IsType<RunnerAnswer.Failed>(answer).Outcome.Detail);
        Assert.True(runner.IsUsable);
    }

    [Fact]
    public async Task A_program_is_held_and_run_again_with_other_literals_until_another_takes_its_slot()
    {
        await using var fleet = new WorkerFleet(Walls.All);
        var runner = await StartAsync(fleet);

        var first = await AskAsync(runner, Held(Image("{ return number * 2.5; }"), 0, 2.5));
        var again = await AskAsync(runner, Held([], 0, 10));
        var other = await AskAsync(runner, Held(Image("{ return number + 1.5; }"), 0, 1));
        var beside = await AskAsync(runner, Held(Image("{ return number - 1.5; }"), 15, 0));
        var third = await AskAsync(runner, Held([], 0, 0));

        Assert.Equal([15, 37.5, 85], Values(first));
        Assert.Equal([60, 150, 340], Values(again));
        Assert.Equal([9, 18, 38], Values(other));
        Assert.Equal([6, 15, 34], Values(beside));
        Assert.Equal([6, 15, 34], Values(third));
    }

    [Fact]
    public async Task A_request_that_no_held_program_fits_is_a_crash_of_the_candidate_alone()
    {
        await using var fleet = new WorkerFleet(Walls.All);
        var runner = await StartAsync(fleet);
        var image = Image("{ return number * 2.5; }");
        Run[] misfits = [Held([], 3, 2.5), Held([], 16, 2.5), Held(image, 255, 2.5), Held(image, 0), Held([], 0, 1, 2), Held([], 0, double.NaN), Held([1, 2, 3], 0, 2.5), Held([], 0, 2.5)];

        foreach (var misfit in misfits)
        {
            var failed = Assert.IsType<RunnerAnswer.Failed>(await AskAsync(runner, misfit));
            Assert.Equal(OutcomeKind.Crashed, failed.Outcome.Why);
        }

        Assert.True(runner.IsUsable);
        Assert.Equal([6, 15, 34], Values(await AskAsync(runner, Held(image, 0, 1))));
    }

    private static Run Held(byte[] image, byte slot, params double[] values) => new(image, "", "train", WithSolutions: false, new Held(slot, values));

    private static byte[] Image(string body) => new CandidateCompiler(Setups.ForCompiler(new Weighing().Build()).Setup).Lift(body).Image;

    private static IReadOnlyList<double> Values(RunnerAnswer answer) => Assert.IsType<RunnerAnswer.Scores>(answer).Values;

    private static Task<Runner> StartAsync(WorkerFleet fleet) =>
        new RunnerFactory(fleet, new Weighing().Build(), data: null, Processes.Patient).StartAsync(TestContext.Current.CancellationToken);

    private static Task<RunnerAnswer> AskAsync(Runner runner, Message request) =>
        runner.AskAsync(request, Split.Train, Processes.Patient.Time, TestContext.Current.CancellationToken);
}
