using FunSearch.Evaluation;
using FunSearch.Programs;

namespace FunSearch.Tests.Evaluation;

/// <summary>The process wall is off: the language wall refuses the same programs by itself.</summary>
[Collection(Processes.InTurn)]
public sealed class LanguageWallAloneTests
{
    [Fact]
    public async Task Keeps_in_what_the_process_wall_would()
    {
        string[] bodies =
        [
            "{ return System.IO.File.ReadAllText(\"/etc/passwd\").Length; }",
            "{ System.IO.File.WriteAllText(\"forged\", \"x\"); return 1; }",
            "{ new System.Net.Sockets.TcpClient(\"127.0.0.1\", 80); return 1; }",
            "{ System.Diagnostics.Process.Start(\"/bin/true\"); return 1; }",
            "{ new System.Threading.Thread(() => { while (true) { } }).Start(); return 1; }",
            "{ Environment.Exit(0); return 1; }",
            "{ return Environment.GetEnvironmentVariables().Count; }",
        ];
        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, Processes.Patient, workers: 1, Processes.LanguageWallAlone, TestContext.Current.CancellationToken);

        var outcomes = await Task.WhenAll(bodies.Select(body => evaluator.EvaluateAsync(new Body(body), TestContext.Current.CancellationToken)));

        Assert.All(outcomes, outcome => Assert.Equal(OutcomeKind.Forbidden, Assert.IsType<Outcome.Failed>(outcome).Why));
    }
}
