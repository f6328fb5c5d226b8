using System.Text.Json;
using FunSearch.Programs;
using FunSearch.Search;
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

    /// <summary>Why a search stopped, as a sentence.</summary>
    public static string Of(StopReason reason, Budget budget) => reason switch
    {
        StopReason.Samples => $"Stopped: {Count(budget.Samples ?? 0, "sample")} done.",
        StopReason.Time => $"Stopped: {Settings.Durations.Text(budget.Time ?? TimeSpan.Zero)} are over.",
        StopReason.Tokens => $"Stopped: {Count(budget.Tokens ?? 0, "token")} spent.",
        StopReason.Requests => $"Stopped: {Count(budget.Requests ?? 0, "request")} made.",
        StopReason.Target => $"Stopped: the target {budget.Target} is reached.",
        StopReason.ProposerIsDone => "Stopped: the proposer has nothing more to say.",
        _ => "Interrupted: everything up to here is stored.",
    };
}
