using System.Text;
using System.Xml.Linq;
using FunSearch.App.Comparisons;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Comparing;

namespace FunSearch.App.Charts;

/// <summary>How the best training score grew in the runs of a comparison: against samples and, beside it, against time.</summary>
/// <remarks>Written here, as a library would need fonts that may be missing, or measure text with native files.</remarks>
internal sealed record ProgressChart(string Title, string Subtitle, IReadOnlyList<Curve> BySamples, IReadOnlyList<Curve> ByTime)
{
    private const double Width = 1000;
    private const double Left = 90;
    private const double Top = 96;
    private const double PanelWidth = 400;
    private const double PanelHeight = 300;
    private const double LegendTop = Top + PanelHeight + 68;
    private const double LegendLine = 22;

    /// <summary>Share of the whole length in which a curve may lie outside: the first steps of a search are often so far off that all else would be flat.</summary>
    private const double Beginning = 0.02;

    /// <param name="report">With a finished run of each setting that is drawn; settings without one are left out.</param>
    public static ProgressChart Of(ComparisonReport report)
    {
        var drawn = report.Plan.Settings.Select((setting, number) => (setting.Name, Number: number, Runs: report.RunsOf(setting).ToList())).Where(each => each.Runs.Count > 0).ToList();
        var seeds = drawn.Select(each => each.Runs.Count).Distinct().ToList();
        return new ProgressChart(
            $"{report.Title}: best training score so far",
            $"{(report.Measures.Minimise ? "Lower" : "Higher")} is better. Line: median{(seeds is [var count] ? $" of {Words.Count(count, "run")}" : "")}; band: the middle half of them. A run that has ended keeps its best.",
            [.. drawn.Select(each => Curve.Of(each.Name, Band.Of([.. each.Runs.Select(run => Stairs(run, report, milestone => milestone.Samples, run.Summary.Samples))]), each.Number))],
            [.. drawn.Select(each => Curve.Of(each.Name, Band.Of([.. each.Runs.Select(run => Stairs(run, report, milestone => milestone.Elapsed.TotalSeconds, run.Summary.Elapsed.TotalSeconds))]), each.Number))]);
    }

    /// <summary>The picture as a file.</summary>
    public byte[] Svg()
    {
        var height = LegendTop + (LegendLine * BySamples.Count);
        var up = UpAxis();
        var (unit, seconds) = ByTime.Max(curve => curve.Band.Median.End) switch
        {
            < 180 => ("seconds", 1.0),
            < 3 * 3600 => ("minutes", 60.0),
            _ => ("hours", 3600.0),
        };
        var picture = Charts.Svg.Element(
            "svg",
            [("viewBox", FormattableString.Invariant($"0 0 {Width} {height}")), ("width", FormattableString.Invariant($"{Width}")), ("height", FormattableString.Invariant($"{height}")),
                ("font-family", "sans-serif"), ("font-size", "13"), ("fill", "#222"), ("role", "img")],
            Charts.Svg.Element("title", [], Title),
            Charts.Svg.Element("rect", [("width", "100%"), ("height", "100%"), ("fill", "white")]),
            Charts.Svg.Text(Left, 28, Title, "start", ("font-size", "18"), ("font-weight", "bold")),
            Charts.Svg.Text(Left, 50, Subtitle, "start"),
            PanelAt(Left, "samples", BySamples, 1, up).Draw(),
            PanelAt(Width - 20 - PanelWidth, $"working time, {unit}", ByTime, seconds, up).Draw(),
            BySamples.Select(Legend));
        return Encoding.UTF8.GetBytes(new XDocument(picture) + "\n");
    }

    private static Staircase Stairs(FinishedLeg run, ComparisonReport report, Func<Storage.Milestone, double> place, double end) =>
        new([.. run.Milestones.Select(milestone => (place(milestone), report.Measures.InUsersSign(milestone.Score)))], end);

    /// <param name="scale">By which places are divided.</param>
    private static Panel PanelAt(double left, string title, IReadOnlyList<Curve> curves, double scale, Axis up)
    {
        var scaled = curves.Select(curve => curve with { Band = new Band(Scaled(curve.Band.Low), Scaled(curve.Band.Median), Scaled(curve.Band.High)) }).ToList();
        var across = Axis.Over(0, scaled.Max(curve => curve.Band.Median.End));
        return new Panel(left < Width / 2 ? "left" : "right", left, Top, PanelWidth, PanelHeight, across, up, title, "mean training score", scaled);

        Staircase Scaled(Staircase stairs) => new([.. stairs.Steps.Select(step => (step.Place / scale, step.Value))], stairs.End / scale);
    }

    private Axis UpAxis()
    {
        var values = BySamples.Concat(ByTime).SelectMany(curve => new[] { curve.Band.Low, curve.Band.High }).SelectMany(stairs =>
        {
            var from = Math.Min(stairs.End, Math.Max(stairs.Start, Beginning * stairs.End));
            return stairs.Steps.Where(step => step.Place > from).Select(step => step.Value).Append(stairs.At(from));
        }).ToList();
        return Axis.Over(values.Min(), values.Max()).Padded(0.04);
    }

    private static XElement Legend(Curve curve, int row)
    {
        var y = LegendTop + (LegendLine * row);
        var line = FormattableString.Invariant($"M{Left} {y}h34");
        return Charts.Svg.Element(
            "g",
            [],
            Charts.Svg.Element("path", [("d", line), ("stroke", curve.Colour), ("stroke-width", "12"), ("stroke-opacity", "0.15")]),
            Charts.Svg.Element("path", [("d", line), ("stroke", curve.Colour), ("stroke-width", "2"), .. curve.Dashes is { } dashes ? [("stroke-dasharray", dashes)] : Array.Empty<(string, string)>()]),
            Charts.Svg.Text(Left + 44, y + 4, curve.Name, "start"));
    }
}
