using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Search;

/// <summary>What happened in a search, line by line, without when it was written: two searches are equal when their stories are.</summary>
internal static class Story
{
    public static List<string> Of(IReadOnlyList<JournalEntry> journal) =>
    [
        .. journal.OfType<JournalEntry.Proposed>().OrderBy(entry => entry.Id)
            .Select(entry => $"{entry.Id} {entry.Prompt} after {entry.After} {entry.Ticket} [{string.Join(' ', entry.Parents)}] {entry.Proposal.Origin} {entry.Proposal.Body}"),
        .. OfOutcomes(journal),
        .. journal.OfType<JournalEntry.Reset>().Select(entry => $"reset after {entry.Registrations}: {string.Join(' ', entry.Founders.OrderBy(founder => founder.Key))}"),
        .. journal.OfType<JournalEntry.Verified>().Select(entry => entry.Id).Distinct().Select(id => $"verified {id}"),
    ];

    /// <summary>The outcomes alone, in the order of settlement.</summary>
    public static List<string> OfOutcomes(IEnumerable<JournalEntry> journal) =>
        [.. journal.OfType<JournalEntry.Settled>().Select(entry => $"{entry.Id} {Tell(entry.Outcome)}")];

    private static string Tell(Outcome outcome) => outcome switch
    {
        Outcome.Scored scored => string.Join(' ', scored.Signature.Scores),
        Outcome.Duplicate duplicate => $"duplicate of {duplicate.Of}",
        _ => outcome.Kind.ToString(),
    };
}
