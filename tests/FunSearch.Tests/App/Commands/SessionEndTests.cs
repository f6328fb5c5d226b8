using FunSearch.Accounts;
using FunSearch.App;
using FunSearch.App.Commands;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.App.Commands;

public sealed class SessionEndTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_fault_in_mid_search_is_told_after_what_was_found()
    {
        var code = await End().ReportAsync(Samples.Progress, idle: null, stop: null, new InvalidOperationException("The compiler does not answer."));

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("return item - room;", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("This should not have happened: The compiler does not answer.", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"best\":{\"id\":1234", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_examination_fails_the_rest_of_the_report_is_there()
    {
        var code = await End().ReportAsync(Samples.Progress, idle: null, StopReason.Samples, failure: null);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("No process can be started.", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"validation\":209.5,\"test\":null", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_best_program_gives_a_script_its_object_and_says_how_to_go_on()
    {
        var code = await End().ReportAsync(progress: null, idle: null, StopReason.Interrupted, failure: null);

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Contains("funsearch resume monday --store /home/me/.funsearch/store.db", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"best\":null", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_best_program_only_an_interrupted_run_is_told_as_one()
    {
        var failed = await End().ReportAsync(Samples.Progress with { Champion = null }, idle: null, stop: null, new StoreException("The disk is full."));
        var done = await End().ReportAsync(Samples.Progress with { Champion = null }, idle: null, StopReason.Samples, failure: null);

        Assert.Equal((ExitCodes.Failed, ExitCodes.Done), (failed, done));
        Assert.Contains("The disk is full.", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Interrupted", _error.ToString(), StringComparison.Ordinal);
    }

    private SessionEnd End() =>
        new(Samples.Facts, new Comparison(Samples.Specification, new Broken()), new Terminal(_output, _error, json: true));

    /// <summary>What is left of an evaluator on a machine that has no process to spare.</summary>
    private sealed class Broken : IEvaluator
    {
        public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; } = new Dictionary<Split, IReadOnlyList<string>> { [Split.Test] = ["L1/a"] };

        public Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken) => throw Fault();

        public Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken) => throw Fault();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static InvalidOperationException Fault() => new("No process can be started.");
    }
}
