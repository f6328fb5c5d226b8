using System.Text.RegularExpressions;

namespace FunSearch.App.Settings;

/// <summary>Words as a shell reads them.</summary>
internal static partial class Shell
{
    /// <summary>The text itself, or in quotes where a shell would take it apart.</summary>
    public static string Word(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\p{L}\p{Nd}_./:=,+@%-]+$")]
    private static partial Regex Plain();
}
