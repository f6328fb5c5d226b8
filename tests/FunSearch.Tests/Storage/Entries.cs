using FunSearch.Accounts;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Storage;

/// <summary>Entries to store.</summary>
internal static class Entries
{
    public static JournalEntry.Proposed Proposed(long id, string? body = null, Exchange? exchange = null) => new(
        id,
        Prompt: id + 1,
        After: id / 3,
        new IslandTicket(Island: (int)(id % 10), Epoch: 3),
        Parents: [0, id / 2],
        new Proposal(new Body(body ?? $"{{ return item - {id}; }}"), "change a literal") { Exchange = exchange });

    /// <summary>An edit of the first of its parents, though the other is the better one.</summary>
    public static JournalEntry.Proposed Edit(long id, params IReadOnlyList<long> parents) =>
        Proposed(id) with { Parents = parents, Proposal = Proposed(id).Proposal with { Edited = 0 } };

    public static JournalEntry.Proposed NoCode(long id, Exchange exchange) => new(
        id,
        Prompt: 1,
        After: 0,
        new IslandTicket(Island: 0, Epoch: 0),
        Parents: [],
        new Proposal(null, exchange.Model) { NoCode = "The answer holds no method.", Exchange = exchange });

    public static JournalEntry.Settled Scored(long id, params IReadOnlyList<double> scores) =>
        Settled(id, new Outcome.Scored(new Signature(scores)));

    public static JournalEntry.Settled Settled(long id, Outcome outcome) => new(id, outcome, TimeSpan.FromTicks((id * 12_345_678) + 1));

    public static JournalEntry.Verified Verified(long id, IReadOnlyList<double> train, IReadOnlyList<double>? validation = null) =>
        new(id, Examined(train), validation is null ? null : Examined(validation));

    public static Exchange Exchange(string answer, string prompt = "Improve on Priority_v1. Grüße, \U0001F600") =>
        new("small-model", prompt, answer, InputTokens: 1_000, OutputTokens: 234)
        {
            IsEstimated = true,
            Cost = 0.000_001_234m,
            Turn = 1,
            Intent = "simplify",
            Elapsed = TimeSpan.FromTicks(12_345_678),
        };

    private static Examination Examined(IReadOnlyList<double> scores) => new(
        new Outcome.Scored(new Signature(scores)),
        [.. scores.Select((_, index) => $"OR3/u500_{index:00}")],
        new Dictionary<string, IReadOnlyDictionary<string, double>>
        {
            ["excess_percent"] = new Dictionary<string, double> { ["OR3"] = 1.0 / 3, ["OR4"] = -0.0, ["OR5"] = double.NaN },
            ["empty"] = new Dictionary<string, double>(),
        },
        IsVerified: true);
}
