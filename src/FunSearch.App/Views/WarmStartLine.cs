using System.Globalization;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>What a search has added to the program that it began with: both on the inputs of this run.</summary>
internal static class WarmStartLine
{
    /// <summary><c>Against last-month.cs, where it began: train 211.2 → 209.1, validation 212 → 209.8, test 210 → 208.9.</c></summary>
    public static string Of(string source, Contender start, Contender best, Specification specification)
    {
        if (start.Subject == best.Subject)
        {
            return $"Nothing better than {source}, where it began, was found.";
        }

        var splits = best.Splits.Keys.Intersect(start.Splits.Keys).Order()
            .Select(split => $"{Words.Of(split)} {Score(start, split)} → {Score(best, split)}");
        return $"Against {source}, where it began: {string.Join(", ", splits)} ({(specification.Minimise ? "lower" : "higher")} is better).";

        string Score(Contender contender, Split split) => contender.Mean(split) is { } mean
            ? specification.InUsersSign(mean).ToString("G6", CultureInfo.InvariantCulture)
            : "no score";
    }
}
