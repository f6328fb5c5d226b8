using System.Globalization;
using System.Text.RegularExpressions;

namespace FunSearch.App.Settings;

/// <summary>Amounts of memory as a person types them: <c>256MB</c>, <c>1.5GB</c>. Units are decimal.</summary>
internal static partial class Sizes
{
    /// <summary>What a size looks like, for messages.</summary>
    public const string Form = "a number and a unit (KB, MB, GB), for example 256MB or 1GB";

    /// <summary>Reads a size above zero, in bytes.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var match = Size().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var unit = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "KB" => 1e3,
            "MB" => 1e6,
            _ => 1e9,
        };
        var value = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * unit;
        if (value < 1 || value > long.MaxValue / 2)
        {
            return false;
        }

        bytes = (long)value;
        return true;
    }

    /// <summary>In the largest unit that keeps it whole: <c>400MB</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        _ when bytes % 1_000_000_000 == 0 => $"{bytes / 1_000_000_000}GB",
        _ when bytes % 1_000_000 == 0 => $"{bytes / 1_000_000}MB",
        _ => $"{bytes / 1000.0}KB",
    };

    /// <summary>In three digits or so: <c>1.73MB</c>.</summary>
    public static string Rounded(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes}B",
        < 1_000_000 => $"{bytes / 1e3:G3}KB",
        < 1_000_000_000 => $"{bytes / 1e6:G3}MB",
        _ => $"{bytes / 1e9:0.##}GB",
    };

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)(?<unit>KB|MB|GB)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
