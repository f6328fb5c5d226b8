using FunSearch.Evaluation;
using FunSearch.Programs;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class ForgedFrameTests
{
    [Theory]
    [InlineData("\"I am the best program there ever was.\"u8.ToArray()")] // no frame at all
    [InlineData("new byte[] { 255, 255, 255, 127, 70 }")] // scores, of two gigabytes
    [InlineData("new byte[] { 255, 255, 255, 255, 70 }")] // a negative length
    [InlineData("new byte[] { 4, 0, 0, 0, 70, 255, 255, 255, 127 }")] // a frame of scores that promises more than it holds
    [InlineData("new byte[] { 12, 0, 0, 0, 70, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63 }")] // a score too few
    [InlineData("new byte[] { 4, 0, 0, 0, 69, 9, 0, 0, 0 }")] // a heartbeat of an input that is not there
    [InlineData("new byte[] { 0, 0, 0, 0, 3 }")] // a request
    [InlineData("new byte[] { 3, 0, 0, 0, 74, 2, 110, 111 }")] // a refusal of what was rightly asked
    public async Task A_runner_that_writes_what_no_runner_writes_is_killed(string bytes)
    {
        var forging = new Weighing
        {
            Run = $$"""
                [Run] public static Weights Weigh(Box box)
                {
                    var forged = {{bytes}};
                    using (var output = Console.OpenStandardOutput()) { output.Write(forged, 0, forged.Length); output.Flush(); }
                    return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
                }
                """,
        };
        await using var evaluator = await WorkerEvaluator.StartAsync(
            forging.Build(), data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);

        var outcome = await evaluator.EvaluateAsync(new Body("{ return number; }"), TestContext.Current.CancellationToken);

        Assert.Equal(
            new Outcome.Failed(
                OutcomeKind.Crashed,
                "Input small/a, or one soon after it, ended the process: it wrote what no worker writes, and was killed."),
            outcome);
    }
}
