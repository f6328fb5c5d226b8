using System.Text.RegularExpressions;
using FunSearch.Programs;

namespace FunSearch.Tests.Hostile;

/// <summary>What a hostile program came to.</summary>
/// <param name="Verdict">From handing it in to its outcome.</param>
/// <param name="Lost">Processes that ended because of it.</param>
/// <param name="ToGone">From its outcome until they were gone.</param>
internal sealed partial record Encounter(string Body, Outcome Outcome, TimeSpan Verdict, int Lost, TimeSpan ToGone)
{
    public string Detail => (Outcome as Outcome.Failed)?.Detail ?? "";

    /// <summary>What stopped it, and its outcome, as a <see cref="Fate"/> says them.</summary>
    public (string Wall, string Outcome) Fate => (Wall.That(Body, Outcome), Outcome is Outcome.Failed failed ? Words().Replace($"{failed.Why}", " $0").Trim().ToLowerInvariant() : "scored");

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
