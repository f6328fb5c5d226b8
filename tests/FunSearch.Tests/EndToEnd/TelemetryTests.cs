using FunSearch.App;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Proposers.Llm;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What reaches a collector, by the protocol that collectors speak; its strings are plain UTF-8.</summary>
[Collection(Processes.InTurn)]
public sealed class TelemetryTests : IDisposable
{
    private const string Key = "sk-canary-40d1";

    private const string Line = """
        using FunSearch;

        /// <summary>A canary-problem: a line through points.</summary>
        public static class Line
        {
            [Inputs("train")] public static IEnumerable<double> Train() => [1, 2];

            [Run(Minimise = true)] public static double Error(double x) => 1 + Math.Abs((40 * x) - Value(x));

            [Evolve] public static double Value(double x) => x;
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public TelemetryTests() => _folder.Write("Line.cs", Line);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_tells_its_collector_names_and_numbers_and_no_secret_the_last_ones_after_Ctrl_C()
    {
        await using var collector = Collector();
        await using var model = new StubServer(
            StubAnswer.Says("canary-answer: { return 40 * x; }"), new StubAnswer(400, $"canary-refusal of {Key}"), StubAnswer.Says("```csharp\ndouble Value_v1(double x) { return 39 * x; }\n```"));

        using var run = Start(
            new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address[..^3], ["OTEL_SERVICE_NAME"] = "nightly", ["FUNSEARCH_API_KEY"] = Key },
            "--proposer", $"{model.Address}#tiny", "--time", "none", "--name", "told", "--store", "told.db");
        await new Store(Path.Combine(_folder.Path, "told.db")).SettledAsync(run, 5);
        run.Interrupt();
        await run.EndedAsync();

        Assert.True(run.ExitCode == 130, run.Errors);
        var traces = Sent(collector, "POST /v1/traces");
        Assert.All(
            ["nightly", "funsearch.propose", "funsearch.evaluate", "funsearch.examine", "chat tiny", "gen_ai.usage.input_tokens", "funsearch.sample", "told", "scored"],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        var metrics = Sent(collector, "POST /v1/metrics");
        Assert.All(
            [
                "nightly", "funsearch.samples", "funsearch.proposal.duration", "funsearch.evaluation.duration", "funsearch.evaluations.active", "funsearch.tokens",
                "funsearch.score.best", "funsearch.island.programs", "funsearch.island.clusters", "gen_ai.client.operation.duration", "gen_ai.client.token.usage",
            ],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.Contains("canary-problem", model.Requests[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", traces + metrics + string.Concat(collector.Requests.Select(request => request.Headers)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_costs_a_sentence_and_nothing_else()
    {
        using var run = Start(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" }, "--samples", "5");
        await run.EndedAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "Not all traces and metrics reached a collector: it did not answer, or refused them. See OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_PROTOCOL. "
            + "The run has lost nothing by that.",
            run.Errors.Trim());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("OTEL_SERVICE_NAME=x", "")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=", "")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x", "TRACES METRICS")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://x", "METRICS")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://x", "TRACES")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_METRICS_EXPORTER=none", "TRACES")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_METRICS_EXPORTER=none OTEL_TRACES_EXPORTER=none", "")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_SDK_DISABLED=true", "")]
    public void What_is_sent_is_what_the_environment_asks_for(string environment, string signals)
    {
        var variables = environment.Split(' ').Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[^1]);

        var asked = new[] { "TRACES", "METRICS" }.Where(signal => TelemetryExport.IsAsked(signal, variables.GetValueOrDefault));

        Assert.Equal(signals, string.Join(' ', asked));
    }

    private static StubServer Collector() => new(new StubAnswer(200, "") { ContentType = "application/x-protobuf" });

    private static string Sent(StubServer collector, string line) =>
        string.Concat(collector.Requests.Where(request => request.Line.StartsWith(line, StringComparison.Ordinal)).Select(request => request.Body));

    private Command Start(Dictionary<string, string> environment, params string[] arguments)
    {
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        return Command.Start(environment, _folder.Path, ["run", "./Line.cs", "--workers", "1", .. arguments]);
    }
}
