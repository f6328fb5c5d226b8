using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Runs;

/// <summary>A program that stands beside others: the best, a baseline, or the one that the search began with.</summary>
/// <param name="Splits">Its examinations; a split that it was not examined on is missing.</param>
internal sealed record Contender(string Name, IReadOnlyDictionary<Split, Examination> Splits)
{
    /// <summary>By what it can be examined again; null where it is only told of.</summary>
    public Subject? Subject { get; init; }

    /// <summary>True when a clean process found every one of its scores again.</summary>
    public bool IsVerified => Splits.Values.All(examination => examination.IsVerified);

    /// <summary>The champion under its name in tables, with what its verification has found.</summary>
    public static Contender Best(Champion champion)
    {
        var splits = new Dictionary<Split, Examination> { [Split.Train] = champion.Train };
        if (champion.Validation is { } validation)
        {
            splits[Split.Validation] = validation;
        }

        var (id, body, _) = champion.Program;
        return new Contender(id == 0 ? "best (first program)" : $"best (sample {id})", splits) { Subject = new Subject.Candidate(body) };
    }

    /// <summary>Mean score on a split, higher is better; null when it did not score there.</summary>
    public double? Mean(Split split) => Signature(split)?.Score;

    /// <summary>Mean score by group of inputs, higher is better, in the order of the inputs; empty when it did not score.</summary>
    public IReadOnlyList<(string Group, double Mean)> Groups(Split split) =>
        Signature(split) is { } signature
            ? [.. Splits[split].Inputs.Zip(signature.Scores)
                .GroupBy(pair => InputGroups.GroupOf(pair.First, split))
                .Select(group => (group.Key, group.Average(pair => pair.Second)))]
            : [];

    /// <summary>The figures of all splits together, by name and then by group; a group that is in several is told for the last of them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> AllFigures() =>
        Splits.OrderBy(split => split.Key)
            .SelectMany(split => split.Value.Figures)
            .GroupBy(figure => figure.Key, figure => figure.Value)
            .ToDictionary(figure => figure.Key, figure => (IReadOnlyDictionary<string, double>)Merged(figure));

    private static Dictionary<string, double> Merged(IEnumerable<IReadOnlyDictionary<string, double>> splits)
    {
        var merged = new Dictionary<string, double>();
        foreach (var (group, value) in splits.SelectMany(split => split))
        {
            merged[group] = value;
        }

        return merged;
    }

    private Signature? Signature(Split split) =>
        Splits.TryGetValue(split, out var examination) && examination.Outcome is Outcome.Scored scored ? scored.Signature : null;
}

/// <summary>How inputs are grouped by their names.</summary>
internal static class InputGroups
{
    /// <summary>What stands before a <c>/</c> in the name; without one, the split.</summary>
    public static string GroupOf(string input, Split split)
    {
        var slash = input.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? split.Word() : input[..slash];
    }

    /// <summary>The groups of some inputs, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> inputs, Split split) =>
        [.. inputs.Select(input => GroupOf(input, split)).Distinct()];
}
