using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Tests.Hostile;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class MemoryWatchTests
{
    [Fact]
    public async Task Memory_that_is_no_data_to_the_kernel_counts_as_well()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The parent watches on Linux alone.");
        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, Processes.Patient with { MemoryBytes = 200_000_000 }, workers: 1, Walls.All with { Language = false }, TestContext.Current.CancellationToken);

        var outcome = await evaluator.EvaluateAsync(new Body(HostileProgram.All["Memory/shared-mapping"].Body), TestContext.Current.CancellationToken);

        Assert.Equal(new Outcome.Failed(OutcomeKind.OutOfMemory, "Input small/a, or one soon after it, ended the process: out of memory."), outcome);
    }
}
