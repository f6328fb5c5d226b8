using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Runs;

/// <summary>Examines programs for reports: nothing is chosen by what it finds.</summary>
internal sealed class Comparison(Specification specification, IEvaluator evaluator)
{
    /// <summary>Names of the inputs of each split.</summary>
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs => evaluator.Inputs;

    /// <summary>The splits that have inputs, in order.</summary>
    public IReadOnlyList<Split> Splits => [.. evaluator.Inputs.Where(split => split.Value.Count > 0).Select(split => split.Key).Order()];

    /// <summary>The program that the search began with, where the user gave one, and all baselines, on those of the splits that have inputs.</summary>
    /// <param name="start">Null when the search began with the specification's own program.</param>
    public Task<Contender[]> RivalsAsync(StartingProgram? start, IReadOnlyList<Split> splits, CancellationToken cancellationToken)
    {
        var rivals = specification.Baselines.Select(name => (Name: name, Subject: (Subject)new Subject.Baseline(name)));
        if (start is not null)
        {
            rivals = rivals.Prepend(($"from {start.Source}", new Subject.Candidate(specification.FirstBody)));
        }

        return Task.WhenAll(rivals.Select(rival => ExamineAsync(rival.Name, rival.Subject, splits, cancellationToken)));
    }

    /// <summary>One subject, on those of the splits that have inputs.</summary>
    public async Task<Contender> ExamineAsync(string name, Subject subject, IReadOnlyList<Split> splits, CancellationToken cancellationToken)
    {
        var examined = await Task.WhenAll(Splits.Intersect(splits).Select(async split =>
            KeyValuePair.Create(split, await evaluator.ExamineAsync(subject, split, cancellationToken))));
        return new Contender(name, new Dictionary<Split, Examination>(examined)) { Subject = subject };
    }

    /// <summary>The same contenders with the test split, which nothing before has looked at.</summary>
    public async Task<IReadOnlyList<Contender>> OnTestAsync(IReadOnlyList<Contender> contenders, CancellationToken cancellationToken) =>
        await Task.WhenAll(contenders.Select(async contender =>
        {
            var test = await ExamineAsync(contender.Name, contender.Subject!, [Split.Test], cancellationToken);
            return contender with { Splits = contender.Splits.Concat(test.Splits).ToDictionary() };
        }));
}
