using System.Globalization;
using System.Text.Json;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Storage;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>The words in which scripts and people meet the values of the domain.</summary>
internal static class Words
{
    /// <summary>As in JSON: <c>does_not_compile</c>.</summary>
    public static string Key(OutcomeKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>As in a sentence: <c>does not compile</c>.</summary>
    public static string Of(OutcomeKind kind) => Key(kind).Replace('_', ' ');

    /// <summary>As on the command line: <c>train</c>.</summary>
    public static string Of(Split split) => JsonNamingPolicy.SnakeCaseLower.ConvertName(split.ToString());

    public static string Of(RunState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>A figure as a table's heading: <c>excess_percent</c> is <c>excess %</c>.</summary>
    public static string OfFigure(string name) =>
        (name.EndsWith("_percent", StringComparison.Ordinal) ? $"{name[..^"_percent".Length]} %" : name).Replace('_', ' ');

    /// <summary>One thing, several things.</summary>
    public static string Count(long count, string thing) => count == 1 ? $"1 {thing}" : $"{count:N0} {thing}s";

    /// <summary>A share, from 0 to 1: <c>84 %</c>.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0} %");

    /// <summary>Money: <c>$1.20</c>, <c>$0.0042</c>; less than a cent keeps two digits that count.</summary>
    public static string Dollars(decimal dollars) => dollars is 0 or >= 0.1m
        ? FormattableString.Invariant($"${dollars:N2}")
        : FormattableString.Invariant($"${(decimal)double.Parse(dollars.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture):0.00########}");

    /// <summary>What models have cost; what is not known is said, and never nothing.</summary>
    public static string CostOf(Spending spent) =>
        spent.Unpriced == 0 ? Dollars(spent.Cost)
        : spent.Unpriced == spent.Requests ? "price unknown"
        : $"{Dollars(spent.Cost)} and {Count(spent.Unpriced, "request")} of unknown price";

    /// <summary>Why a search stopped, as a sentence.</summary>
    public static string Of(StopReason reason, Budget budget, Spending spent) => reason switch
    {
        StopReason.Samples => $"Stopped: {Count(budget.Samples ?? 0, "sample")} done.",
        StopReason.Time => $"Stopped: {Settings.Durations.Text(budget.Time ?? TimeSpan.Zero)} are over.",
        StopReason.Tokens when spent.Tokens < budget.Tokens =>
            $"Stopped: {Count(spent.Tokens, "token")} of {budget.Tokens:N0} spent, and one more request could take more than are left.",
        StopReason.Tokens => $"Stopped: {Count(budget.Tokens ?? 0, "token")} spent.",
        StopReason.Requests => $"Stopped: {Count(budget.Requests ?? 0, "request")} made.",
        StopReason.Cost when spent.Cost < budget.Cost =>
            $"Stopped: {Dollars(spent.Cost)} of {Dollars(budget.Cost.Value)} spent, and one more request could cost more than is left.",
        StopReason.Cost => $"Stopped: {Dollars(budget.Cost ?? 0)} spent.",
        StopReason.Target => $"Stopped: the target {budget.Target} is reached.",
        StopReason.ProposerIsDone => "Stopped: the proposer has nothing more to say.",
        _ => "Interrupted: everything up to here is stored.",
    };
}
