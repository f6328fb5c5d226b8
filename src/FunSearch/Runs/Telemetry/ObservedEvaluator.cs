using System.Diagnostics;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Runs.Telemetry;

/// <summary>An evaluator, and a span of each evaluation and examination.</summary>
/// <param name="evaluator">Disposed of by its owner.</param>
internal sealed class ObservedEvaluator(IEvaluator evaluator, SearchTelemetry telemetry) : IEvaluator
{
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs => evaluator.Inputs;

    public async Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken)
    {
        using var span = telemetry.BeginEvaluation("funsearch.evaluate", body);
        using var active = telemetry.CountAsActive();
        var start = Stopwatch.GetTimestamp();
        var outcome = await evaluator.EvaluateAsync(body, rivals, cancellationToken);
        telemetry.EndEvaluation(span, outcome, Stopwatch.GetElapsedTime(start));
        return outcome;
    }

    public async Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken)
    {
        using var span = telemetry.BeginEvaluation("funsearch.examine", (subject as Subject.Candidate)?.Body);
        var examination = await evaluator.ExamineAsync(subject, split, cancellationToken);
        SearchTelemetry.EndExamination(span, split, examination.Outcome);
        return examination;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
