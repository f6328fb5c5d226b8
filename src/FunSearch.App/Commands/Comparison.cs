using FunSearch.App.Views;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>Examines programs for reports: nothing is chosen by what it finds.</summary>
internal sealed class Comparison(Specification specification, IEvaluator evaluator)
{
    /// <summary>The splits that have inputs, in order.</summary>
    public IReadOnlyList<Split> Splits => [.. evaluator.Inputs.Where(split => split.Value.Count > 0).Select(split => split.Key).Order()];

    /// <summary>All baselines, on those of the splits that have inputs.</summary>
    public Task<Contender[]> BaselinesAsync(IReadOnlyList<Split> splits, CancellationToken cancellationToken) =>
        Task.WhenAll(specification.Baselines.Select(name => ExamineAsync(name, new Subject.Baseline(name), splits, cancellationToken)));

    /// <summary>One subject, on those of the splits that have inputs.</summary>
    public async Task<Contender> ExamineAsync(string name, Subject subject, IReadOnlyList<Split> splits, CancellationToken cancellationToken)
    {
        var examined = await Task.WhenAll(Splits.Intersect(splits).Select(async split =>
            KeyValuePair.Create(split, await evaluator.ExamineAsync(subject, split, cancellationToken))));
        return new Contender(name, new Dictionary<Split, Examination>(examined));
    }

    /// <summary>The same contenders with the test split: the champion first, the baselines behind it.</summary>
    public async Task<IReadOnlyList<Contender>> OnTestAsync(
        IReadOnlyList<Contender> contenders, Champion champion, CancellationToken cancellationToken) =>
        await Task.WhenAll(contenders.Select(async (contender, index) =>
        {
            Subject subject = index == 0 ? new Subject.Candidate(champion.Program.Body) : new Subject.Baseline(contender.Name);
            var test = await ExamineAsync(contender.Name, subject, [Split.Test], cancellationToken);
            return contender with { Splits = contender.Splits.Concat(test.Splits).ToDictionary() };
        }));
}
