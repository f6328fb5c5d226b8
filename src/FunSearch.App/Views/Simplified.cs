using FunSearch.Simplifying;

namespace FunSearch.App.Views;

/// <summary>That a program was made shorter, and at what price.</summary>
/// <param name="Loss">In the score's own unit, at least 0.</param>
internal sealed record Simplified(double Loss, BodySize Before, BodySize After)
{
    /// <param name="original">The program that it was made from, by its name.</param>
    public string Sentence(string original) => After == Before
        ? $"Nothing of {original} could go, {Price}."
        : $"Simplified from {original}: {After.Expressions:N0} of {Words.Count(Before.Expressions, "expression")} are left ({After.Characters:N0} of {Words.Count(Before.Characters, "character")}), {Price}.";

    private string Price => Loss == 0
        ? "with the score of every train and validation input the same"
        : $"with mean scores on train and validation at most {Loss} worse";
}
