using System.Globalization;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>Which program the user let a search begin with, and what the search has added to it: on the inputs of this run.</summary>
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
            .Select(split => $"{Words.Of(split)} {Score(start, split, specification.Measures)} → {Score(best, split, specification.Measures)}");
        return $"Against {source}, where it began: {string.Join(", ", splits)} ({(specification.Minimise ? "lower" : "higher")} is better).";
    }

    /// <summary><c>began with last-month.cs: train 211.2, validation 212</c>.</summary>
    /// <param name="start">Null when it has not scored yet.</param>
    public static string Began(string source, Contender? start, Measures measures) => start is null
        ? $"began with {source}"
        : $"began with {source}: {string.Join(", ", start.Splits.Keys.Order().Select(split => $"{Words.Of(split)} {Score(start, split, measures)}"))}";

    private static string Score(Contender contender, Split split, Measures measures) => contender.Mean(split) is { } mean
        ? measures.InUsersSign(mean).ToString("G6", CultureInfo.InvariantCulture)
        : "no score";
}
