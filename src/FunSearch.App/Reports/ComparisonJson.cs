using FunSearch.App.Comparisons;
using FunSearch.Comparing;
using FunSearch.Specifications;

namespace FunSearch.App.Reports;

/// <summary>What <c>compare</c> tells a script. Scores are in the user's own sign.</summary>
/// <param name="Name">What the names of its runs begin with.</param>
/// <param name="Chart">The file that was written; null when none was.</param>
internal sealed record ComparisonJson(
    string Name,
    string Problem,
    IReadOnlyList<ComparedSettingJson> Settings,
    IReadOnlyList<MeasureJson> Measures,
    IReadOnlyList<UnfinishedRunJson> Unfinished,
    string? Chart,
    string Store)
{
    public static ComparisonJson Of(ComparisonReport report, string? chart)
    {
        var tables = report.Tables();
        return new ComparisonJson(
            report.Plan.Name,
            report.Title,
            [.. report.Plan.Settings.Select(setting => new ComparedSettingJson(setting.Name, [.. report.RunsOf(setting).Select(leg => ComparedRunJson.Of(leg, report.Measures, tables))]))],
            [.. tables.Select(MeasureJson.Of)],
            [.. report.Unfinished.Select(leg => new UnfinishedRunJson(leg.Leg.Setting.Name, leg.Leg.Seed, leg.Leg.Run, leg.Why))],
            chart,
            report.Store);
    }
}

/// <param name="Runs">Those that are finished, by seed.</param>
internal sealed record ComparedSettingJson(string Name, IReadOnlyList<ComparedRunJson> Runs);

/// <param name="Values">By the key of the measure; null where the champion did not score.</param>
/// <param name="Curve">Its new bests on train, from the first program on.</param>
internal sealed record ComparedRunJson(
    string Run, long Seed, long Samples, double Seconds, long Tokens, decimal? Cost, long Best, IReadOnlyDictionary<string, double?> Values, IReadOnlyList<PointJson> Curve)
{
    public static ComparedRunJson Of(FinishedLeg leg, Measures measures, IReadOnlyList<MeasureTable> tables) => new(
        leg.Leg.Run,
        leg.Leg.Seed,
        leg.Summary.Samples,
        leg.Summary.Elapsed.TotalSeconds,
        leg.Summary.Spent.Tokens,
        leg.Summary.Spent.Unpriced == 0 ? leg.Summary.Spent.Cost : null,
        leg.Summary.Best!.Program.Id,
        tables.ToDictionary(table => table.Measure.Key, table => table.Measure.Of(leg)),
        [.. leg.Milestones.Select(milestone => new PointJson(milestone.Samples, milestone.Elapsed.TotalSeconds, measures.InUsersSign(milestone.Score)))]);
}

/// <param name="Samples">Settled by then; 0 for the first program.</param>
internal sealed record PointJson(long Samples, double Seconds, double Train);

/// <param name="Measure"><c>train</c>, <c>validation</c>, <c>test</c>, or a figure and its group on test: <c>excess_percent/OR3</c>.</param>
/// <param name="Better"><c>higher</c>, <c>lower</c>, or <c>unknown</c>.</param>
internal sealed record MeasureJson(string Measure, string Better, IReadOnlyList<MeasureRowJson> Settings)
{
    public static MeasureJson Of(MeasureTable table) => new(
        table.Measure.Key,
        table.Measure.Better.ToString().ToLowerInvariant(),
        [.. table.Rows.Select(row => MeasureRowJson.Of(row, table))]);
}

/// <param name="N">Runs that have the number; the numbers are null where there is none.</param>
/// <param name="AgainstFirst">Null for the first setting itself.</param>
internal sealed record MeasureRowJson(string Name, int N, double? Mean, double? Sd, double? Min, double? Max, ContrastJson? AgainstFirst)
{
    public static MeasureRowJson Of(MeasureRow row, MeasureTable table) => new(
        row.Setting.Name,
        row.Spread?.Count ?? 0,
        row.Spread?.Mean,
        row.Spread?.Deviation,
        row.Spread?.Least,
        row.Spread?.Most,
        row.Contrast is { } contrast ? ContrastJson.Of(contrast, table) : null);
}

/// <param name="A12">How often a run is better than one of the first setting (greater, where nobody knows what is better).</param>
/// <param name="Exact">False when p is an approximation.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c>, <c>no difference shown</c>, <c>too few seeds</c>; <c>greater</c> or <c>smaller</c> where nobody
/// knows what is better.</param>
internal sealed record ContrastJson(double Difference, double A12, double CliffsDelta, double P, bool Exact, string Verdict)
{
    public static ContrastJson Of(Contrast contrast, MeasureTable table) => new(
        contrast.Difference,
        table.Superiority(contrast),
        (2 * table.Superiority(contrast)) - 1,
        contrast.Test.P,
        contrast.Test.IsExact,
        table.Verdict(contrast));
}

/// <param name="Why">As a sentence.</param>
internal sealed record UnfinishedRunJson(string Setting, long Seed, string Run, string Why);
