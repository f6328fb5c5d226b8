using System.Globalization;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Storage;

/// <summary>An entry as text, every character and every bit of it: two entries are the same when their texts are.</summary>
internal static class EntryText
{
    public static string Of(JournalEntry entry) => entry switch
    {
        JournalEntry.Proposed it =>
            $"proposed {it.Id}, prompt {it.Prompt} after {it.After}, {it.Ticket}, parents {string.Join(' ', it.Parents)}, {it.Proposal}",
        JournalEntry.Settled it => $"settled {it.Id} after {it.Elapsed.Ticks}: {Of(it.Outcome)}",
        JournalEntry.Verified it => $"verified {it.Id}: {Of(it.Train)}; {(it.Validation is null ? "none" : Of(it.Validation))}",
        JournalEntry.Reset it => $"reset after {it.Registrations}: {string.Join(' ', it.Founders)}",
        _ => throw new ArgumentException($"No text for {entry}."),
    };

    private static string Of(Examination it) =>
        $"{Of(it.Outcome)}, inputs {string.Join('|', it.Inputs)}, verified {it.IsVerified}, figures "
        + string.Join('|', it.Figures.Select(figure => $"{figure.Key}({Of(figure.Value)})"));

    private static string Of(IReadOnlyDictionary<string, double> groups) =>
        string.Join('|', groups.Select(group => $"{group.Key}={Of(group.Value)}"));

    private static string Of(Outcome outcome) =>
        outcome is Outcome.Scored scored ? $"scored {string.Join(' ', scored.Signature.Scores.Select(Of))}" : outcome.ToString();

    private static string Of(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
