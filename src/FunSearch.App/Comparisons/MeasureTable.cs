using FunSearch.App.Views;
using FunSearch.Comparing;

namespace FunSearch.App.Comparisons;

/// <summary>One measure of all settings, each held against the first.</summary>
internal sealed record MeasureTable(Measure Measure, IReadOnlyList<MeasureRow> Rows)
{
    public static MeasureTable Of(Measure measure, IReadOnlyList<Setting> settings, IReadOnlyList<FinishedLeg> legs)
    {
        var numbers = settings.Select(setting => legs.Where(leg => leg.Leg.Setting == setting).Select(measure.Of).OfType<double>().ToList()).ToList();
        return new MeasureTable(measure, [.. settings.Zip(numbers, (setting, own) => new MeasureRow(
            setting,
            own.Count > 0 ? Spread.Of(own) : null,
            setting != settings[0] && own.Count > 0 && numbers[0].Count > 0 ? Contrast.Of(own, numbers[0]) : null))]);
    }

    public string Heading => Measure.Title + Measure.Better switch
    {
        Direction.Higher => ", higher is better",
        Direction.Lower => ", lower is better",
        _ => "",
    };

    /// <summary>How often a run of a setting is better than one of the first, from 0 to 1; where nobody knows what is better, how often it is greater.</summary>
    public double Superiority(Contrast contrast) => Measure.Better == Direction.Lower ? 1 - contrast.Superiority : contrast.Superiority;

    /// <summary>What was found, in two or three words.</summary>
    public string Verdict(Contrast contrast) => (contrast.Finding, Measure.Better) switch
    {
        (Finding.TooFew, _) => "too few seeds",
        (Finding.NotShown, _) => "no difference shown",
        (Finding.Greater, Direction.Unknown) => "greater",
        (Finding.Smaller, Direction.Unknown) => "smaller",
        (Finding.Greater, Direction.Higher) or (Finding.Smaller, Direction.Lower) => "better",
        _ => "worse",
    };

    /// <summary>The cells of each row, without its name: n, mean, sd, min, max, difference, A12, p, verdict.</summary>
    public IEnumerable<IReadOnlyList<string>> Cells()
    {
        var numbers = Rows.Select(row => row.Spread).OfType<Spread>().SelectMany(spread => new[] { spread.Least, spread.Most }).ToList();
        var decimals = new Grid(Measure.Title, [], [.. numbers.Select(number => new GridRow("", [number]))]).Decimals;
        var ofMeans = $"F{Math.Max(decimals, numbers.All(number => number == numbers[0]) ? 0 : 2)}";
        return Rows.Select(row => (IReadOnlyList<string>)(row.Spread is { } spread
            ? [$"{spread.Count}", spread.Mean.ToString(ofMeans), double.IsNaN(spread.Deviation) ? "–" : spread.Deviation.ToString(ofMeans),
                spread.Least.ToString($"F{decimals}"), spread.Most.ToString($"F{decimals}"), .. Cells(row.Contrast, ofMeans)]
            : ["0", "–", "–", "–", "–", "", "", "", ""]));
    }

    private IEnumerable<string> Cells(Contrast? contrast, string ofMeans) => contrast is null
        ? ["", "", "", ""]
        : [contrast.Difference.ToString($"+0.{new string('0', int.Parse(ofMeans[1..]))};-0.{new string('0', int.Parse(ofMeans[1..]))};0"),
            $"{Superiority(contrast):0.00}", contrast.Test.P < 0.0001 ? "<0.0001" : $"{contrast.Test.P:0.####}", Verdict(contrast)];
}

/// <summary>One setting in a table.</summary>
/// <param name="Spread">Null when none of its runs has the number.</param>
/// <param name="Contrast">Against the first setting; null for that itself, and where one of the two has no numbers.</param>
internal sealed record MeasureRow(Setting Setting, Spread? Spread, Contrast? Contrast);
