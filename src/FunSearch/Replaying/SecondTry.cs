using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>Gives a program that a circumstance struck another chance: what strikes twice is no chance of a moment.</summary>
internal sealed class SecondTry(IEvaluator evaluator) : IEvaluator
{
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs => evaluator.Inputs;

    public async Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken)
    {
        var outcome = await evaluator.EvaluateAsync(body, rivals, cancellationToken);
        return Circumstance.Decided(outcome) ? await evaluator.EvaluateAsync(body, rivals, cancellationToken) : outcome;
    }

    public async Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken)
    {
        var examination = await evaluator.ExamineAsync(subject, split, cancellationToken);
        return Circumstance.Decided(examination.Outcome) ? await evaluator.ExamineAsync(subject, split, cancellationToken) : examination;
    }

    public ValueTask DisposeAsync() => evaluator.DisposeAsync();
}
