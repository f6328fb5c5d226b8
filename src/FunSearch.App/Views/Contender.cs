using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>A program that stands in a table beside others: the best, or a baseline.</summary>
/// <param name="Splits">Its examinations; a split that it was not examined on is missing.</param>
internal sealed record Contender(string Name, IReadOnlyDictionary<Split, Examination> Splits)
{
    /// <summary>True when a clean process found every one of its scores again.</summary>
    public bool IsVerified => Splits.Values.All(examination => examination.IsVerified);

    /// <summary>Mean score on a split, higher is better; null when it did not score there.</summary>
    public double? Mean(Split split) => Signature(split)?.Score;

    /// <summary>Mean score by group of inputs, higher is better, in the order of the inputs; empty when it did not score.</summary>
    public IReadOnlyList<(string Group, double Mean)> Groups(Split split) =>
        Signature(split) is { } signature
            ? [.. Splits[split].Inputs.Zip(signature.Scores)
                .GroupBy(pair => InputGroups.GroupOf(pair.First, split))
                .Select(group => (group.Key, group.Average(pair => pair.Second)))]
            : [];

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
        return slash < 0 ? Words.Of(split) : input[..slash];
    }

    /// <summary>The groups of some inputs, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> inputs, Split split) =>
        [.. inputs.Select(input => GroupOf(input, split)).Distinct()];
}
