using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>An input on which one program had two scores.</summary>
internal sealed record Noise(Split Split, string Input, double First, double Second)
{
    /// <summary>Where two examinations of one program differ; splits that did not score in both are left out.</summary>
    public static IReadOnlyList<Noise> Between(Contender once, Contender twice) =>
    [
        .. from split in once.Splits
           where split.Value.Outcome is Outcome.Scored && twice.Splits[split.Key].Outcome is Outcome.Scored
           let first = ((Outcome.Scored)split.Value.Outcome).Signature.Scores
           let second = ((Outcome.Scored)twice.Splits[split.Key].Outcome).Signature.Scores
           from index in Enumerable.Range(0, first.Count)
           where !first[index].Equals(second[index])
           select new Noise(split.Key, split.Value.Inputs[index], first[index], second[index]),
    ];
}
