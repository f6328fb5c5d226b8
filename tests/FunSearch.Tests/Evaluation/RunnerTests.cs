using System.Text;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Specifications;
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

    private static Task<Runner> StartAsync(WorkerFleet fleet) =>
        new RunnerFactory(fleet, new Weighing().Build(), data: null, Processes.Patient).StartAsync(TestContext.Current.CancellationToken);

    private static Task<RunnerAnswer> AskAsync(Runner runner, Message request) =>
        runner.AskAsync(request, Split.Train, Processes.Patient.Time, TestContext.Current.CancellationToken);
}
