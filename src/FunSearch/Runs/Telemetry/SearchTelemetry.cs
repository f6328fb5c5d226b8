using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FunSearch.Programs;
using FunSearch.Proposers.Llm.Protocols;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Runs.Telemetry;

/// <summary>The spans and the measurements of one search, for whoever listens; docs/observability.md tells their names. Thread-safe.</summary>
/// <remarks>A sample is a trace: its proposal, and what became of it. A counter counts what this process has done, and not what the journal tells
/// of earlier sessions.</remarks>
internal sealed class SearchTelemetry : IDisposable
{
    private static readonly ActivitySource Spans = new(TracedChatClient.SourceName, ProductVersion.Current);

    private readonly KeyValuePair<string, object?> _run;
    private readonly Meter _meter = new(TracedChatClient.SourceName, ProductVersion.Current);
    private readonly Counter<long> _samples;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Histogram<double> _proposals;
    private readonly Histogram<double> _evaluations;
    private readonly UpDownCounter<long> _active;

    // By reference: two proposals of one body are two samples.
    private readonly ConditionalWeakTable<Body, Sample> _known = [];

    /// <param name="run">Stands with every span and every measurement: a process may search several times at once.</param>
    public SearchTelemetry(string run)
    {
        _run = new("funsearch.run", run);
        _samples = _meter.CreateCounter<long>("funsearch.samples", "{sample}", "Samples that were settled");
        _tokens = _meter.CreateCounter<long>("funsearch.tokens", "{token}", "Tokens of language models, estimated where a server did not tell");
        _cost = _meter.CreateCounter<double>("funsearch.cost", "USD", "Spent on language models, as far as prices are known");
        _proposals = _meter.CreateHistogram<double>("funsearch.proposal.duration", "s", "Waiting time for a proposal");
        _evaluations = _meter.CreateHistogram<double>("funsearch.evaluation.duration", "s", "Compiling and running a candidate, waiting for a worker included");
        _active = _meter.CreateUpDownCounter<long>("funsearch.evaluations.active", "{evaluation}", "Candidates that are being evaluated, or wait for a worker");
    }

    /// <summary>Measures, as often as somebody asks, how the search stands.</summary>
    /// <param name="progress">Null until the first program has scored. Called from any thread.</param>
    /// <param name="inUsersSign">Of a score.</param>
    public void Watch(Func<SearchProgress?> progress, Func<double, double> inUsersSign)
    {
        _meter.CreateObservableGauge(
            "funsearch.score.best", () => progress()?.Best is { } best ? [new Measurement<double>(inUsersSign(best), _run)] : Array.Empty<Measurement<double>>(),
            description: "The best verified mean score over the training inputs, in the specification's own unit");
        _meter.CreateObservableGauge("funsearch.island.score.best", () => OfIslands(island => inUsersSign(island.Best)), description: "The best mean training score of an island");
        _meter.CreateObservableGauge("funsearch.island.programs", () => OfIslands(island => (long)island.Programs), "{program}", "Programs registered on an island since its last reset");
        _meter.CreateObservableGauge("funsearch.island.clusters", () => OfIslands(island => (long)island.Clusters), "{cluster}", "Different behaviours on an island");

        IEnumerable<Measurement<T>> OfIslands<T>(Func<IslandProgress, T> value)
            where T : struct =>
            (progress()?.Islands ?? []).Select((island, number) => new Measurement<T>(value(island), _run, new("funsearch.island", number)));
    }

    /// <summary>Begins a proposal; null when nobody listens to spans.</summary>
    public Activity? BeginProposal(string proposer, long prompt) =>
        Spans.StartActivity("funsearch.propose")?.SetTag(_run.Key, _run.Value).SetTag("funsearch.proposer", proposer).SetTag("funsearch.prompt", prompt);

    /// <summary>A proposal came.</summary>
    public void EndProposal(Activity? span, Proposal proposal, TimeSpan waited)
    {
        _proposals.Record(waited.TotalSeconds, _run, Origin(proposal.Origin));
        span?.SetTag("funsearch.origin", proposal.Origin);
        if (span is not null && proposal.Body is { } body)
        {
            _known.AddOrUpdate(body, new Sample(span.Context));
        }
    }

    /// <summary>Begins to evaluate, or to examine, a body: part of the trace of the sample that proposed it.</summary>
    /// <param name="name">Of the span.</param>
    public Activity? BeginEvaluation(string name, Body? body)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        var sample = body is not null && _known.TryGetValue(body, out var known) ? known : null;
        return Spans.StartActivity(name, ActivityKind.Internal, sample?.Proposal ?? default)
            ?.SetTag(_run.Key, _run.Value).SetTag("funsearch.sample", sample?.Entry?.Id).SetTag("funsearch.island", sample?.Entry?.Ticket.Island);
    }

    /// <summary>Counts an evaluation as under way, until it is disposed of.</summary>
    public IDisposable CountAsActive() => new Active(this);

    /// <summary>A candidate was evaluated.</summary>
    public void EndEvaluation(Activity? span, Outcome outcome, TimeSpan took)
    {
        _evaluations.Record(took.TotalSeconds, _run, Kind(outcome));
        span?.SetTag("funsearch.outcome", Word(outcome.Kind));
    }

    /// <summary>A subject was examined on a split.</summary>
    public static void EndExamination(Activity? span, Split split, Outcome outcome) =>
        span?.SetTag("funsearch.split", split.Word()).SetTag("funsearch.outcome", Word(outcome.Kind));

    /// <summary>A proposal is in the journal: what it took is spent.</summary>
    public void Journalled(JournalEntry.Proposed sample)
    {
        if (sample.Proposal.Body is { } body && _known.TryGetValue(body, out var known))
        {
            known.Entry = sample;
        }

        if (sample.Proposal.Exchange is { } exchange)
        {
            var origin = Origin(sample.Proposal.Origin);
            _tokens.Add(exchange.InputTokens, _run, origin, new("gen_ai.token.type", "input"));
            _tokens.Add(exchange.OutputTokens, _run, origin, new("gen_ai.token.type", "output"));
            _cost.Add((double)(exchange.Cost ?? 0), _run, origin);
        }
    }

    /// <summary>An outcome is in the journal.</summary>
    /// <param name="origin">Of its proposal.</param>
    public void Journalled(JournalEntry.Settled settled, string origin) => _samples.Add(1, _run, Kind(settled.Outcome), Origin(origin));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Origin(string origin) => new("funsearch.origin", origin);

    private static KeyValuePair<string, object?> Kind(Outcome outcome) => new("funsearch.outcome", Word(outcome.Kind));

    /// <summary>As in JSON: <c>does_not_compile</c>.</summary>
    private static string Word(OutcomeKind kind) => Words[(int)kind];

    private static readonly string[] Words = [.. Enum.GetNames<OutcomeKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>What is known of the sample that a body came from.</summary>
    private sealed record Sample(ActivityContext Proposal)
    {
        /// <summary>Null until it is in the journal.</summary>
        public JournalEntry.Proposed? Entry { get; set; }
    }

    private sealed class Active : IDisposable
    {
        private readonly SearchTelemetry _telemetry;

        public Active(SearchTelemetry telemetry)
        {
            _telemetry = telemetry;
            telemetry._active.Add(1, telemetry._run);
        }

        public void Dispose() => _telemetry._active.Add(-1, _telemetry._run);
    }
}
