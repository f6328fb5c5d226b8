using FunSearch.Runs;

namespace FunSearch.App.Views;

/// <summary>Whether a program's scores can be believed, in a sentence.</summary>
internal static class Verdict
{
    /// <param name="unverifiable">Why nothing of this problem can be verified; null when it can.</param>
    public static string Of(Contender program, string? unverifiable)
    {
        if (unverifiable is not null)
        {
            return $"Unverified: {unverifiable}";
        }

        var missing = program.Splits.Where(split => !split.Value.IsVerified).Select(split => Words.Of(split.Key)).ToList();
        return missing.Count == 0
            ? "Verified: a clean process recomputed every score from the solutions and found no violation."
            : $"Not verified on {string.Join(" and ", missing)}: no clean process has found these scores again.";
    }
}
