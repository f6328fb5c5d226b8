using System.Globalization;
using System.Text.RegularExpressions;

namespace FunSearch.App.Settings;

/// <summary>Durations as a person types and reads them: <c>10m</c>, <c>2s</c>, <c>1h30m</c>, <c>500ms</c>.</summary>
internal static partial class Durations
{
    /// <summary>What a duration looks like, for messages.</summary>
    public const string Form = "a number and a unit (ms, s, m, h, d), for example 10m, 90s, 1h30m or 500ms";

    /// <summary>Reads a duration above zero.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (!WholeText().IsMatch(text))
        {
            return false;
        }

        var seconds = OnePart().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * SecondsIn(part.Groups["unit"].Value));
        if (seconds <= 0 || seconds >= TimeSpan.MaxValue.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads back, down to milliseconds: <c>1h30m</c>.</summary>
    public static string Text(TimeSpan duration)
    {
        var parts = new (long Count, string Unit)[]
        {
            (duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "m"), (duration.Seconds, "s"), (duration.Milliseconds, "ms"),
        };
        var text = string.Concat(parts.Where(part => part.Count > 0).Select(part => $"{part.Count}{part.Unit}"));
        return text.Length > 0 ? text : "0s";
    }

    /// <summary>As a clock shows it: <c>4:09</c>, <c>1:02:33</c>.</summary>
    public static string Clock(TimeSpan duration) =>
        duration.TotalHours >= 1
            ? $"{(long)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}"
            : $"{duration.Minutes}:{duration.Seconds:00}";

    private static double SecondsIn(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => 86400,
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(ms|s|m|h|d))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeText();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?)(?<unit>ms|s|m|h|d)", RegexOptions.ExplicitCapture)]
    private static partial Regex OnePart();
}
