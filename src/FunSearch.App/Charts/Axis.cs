using System.Globalization;

namespace FunSearch.App.Charts;

/// <summary>A range of numbers with marks at round ones.</summary>
/// <param name="Step">From one mark to the next.</param>
internal sealed record Axis(double Low, double High, double Step)
{
    private const int MostMarks = 6;

    /// <summary>The marks, ascending: whole multiples of the step.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            // Counted in steps, so that no rounding adds up. A hair of tolerance keeps the mark at the end.
            var first = Math.Ceiling((Low / Step) - 1e-9);
            var last = Math.Floor((High / Step) + 1e-9);
            for (var mark = first; mark <= last; mark++)
            {
                yield return mark * Step;
            }
        }
    }

    /// <summary>From the one to the other, which may be the same.</summary>
    public static Axis Over(double low, double high)
    {
        var range = high > low ? high - low : Math.Max(1, Math.Abs(high) / 10);
        var rough = range / MostMarks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * new[] { 1, 2, 5, 10 }.First(digit => digit * power >= rough * (1 - 1e-9));
        return high > low ? new Axis(low, high, step) : new Axis(low - (range / 2), high + (range / 2), step);
    }

    /// <summary>A little wider on both sides, so that no line lies on the border.</summary>
    public Axis Padded(double share) => this with { Low = Low - (share * (High - Low)), High = High + (share * (High - Low)) };

    /// <summary>A mark's number, with no more decimals than the step has.</summary>
    public string Text(double mark) =>
        (mark == 0 ? 0 : mark).ToString($"N{(int)Math.Clamp(Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 15)}", CultureInfo.InvariantCulture);
}
