using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Evaluation;

/// <summary>Runs a candidate on the cheap inputs first, and on the rest only if it is not clearly out by then.</summary>
/// <param name="evaluator">Disposed of by its owner.</param>
/// <param name="first">Training inputs by number, as <see cref="Stage.FirstOf"/> gives them; none: nobody is cut short.</param>
internal sealed class StagedEvaluator(WorkerEvaluator evaluator, IReadOnlyList<int> first) : IEvaluator
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs => evaluator.Inputs;

    /// <inheritdoc/>
    public Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken) =>
        first.Count > 0 && rivals.Incumbent is { } incumbent ? evaluator.RaceAsync(body, first, incumbent, cancellationToken)
            : Stage.Bar(rivals.Peers, first) is { } bar ? evaluator.EvaluateAsync(body, first, bar, cancellationToken)
            : evaluator.EvaluateAsync(body, cancellationToken);

    /// <inheritdoc/>
    public Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken) =>
        evaluator.ExamineAsync(subject, split, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
