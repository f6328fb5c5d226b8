using System.Globalization;
using System.Text.Json;
using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Proposers.Llm;

namespace FunSearch.Tests.EndToEnd;

/// <summary>Whole searches with a model that finds something, slow and paid for as hosted ones are: a double of one, <see cref="CapableModel"/>.</summary>
[Collection(Processes.InTurn)]
[Trait("Category", "Long")]
public sealed class CapableModelTests : IDisposable
{
    private const int AtOnce = 16;
    private const int Requests = 40;
    private const decimal InputPrice = 0.25m;
    private const decimal OutputPrice = 2;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_finds_better_programs_and_the_embedded_proposer_keeps_the_evaluators_busy_meanwhile()
    {
        await using var model = BinPacker(TimeSpan.FromSeconds(2));
        await using var mixed = BinPacker(TimeSpan.FromSeconds(2));

        var alone = await SearchAsync(model, "capable");
        var mix = await SearchAsync(mixed, "mix");

        Assert.True(mix.Idle < alone.Idle, $"alone {alone.Idle}, mix {mix.Idle}");
        Assert.Equal(["capable"], alone.Authors);
        Assert.Equal(["capable", "embedded"], mix.Authors);
    }

    [Fact]
    public async Task A_budget_of_money_is_never_exceeded()
    {
        await using var model = BinPacker(TimeSpan.FromMilliseconds(200));
        Configure(model);

        using var run = await Command.RunAsync(
            _folder.Path, "run", "bin-packing", "--config", "models.json", "--proposer", "capable", "--cost", "0.05", "--seed", "1", "--json");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("of $0.05 spent, and one more request could cost more than is left.", run.Errors, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(run.Output);
        Assert.InRange(report.RootElement.GetProperty("cost").GetDecimal(), 0.02m, 0.05m);
        Assert.InRange(model.Answers.Sum(answer => Price(answer.InputTokens, answer.OutputTokens)), 0.01m, 0.05m);
    }

    private async Task<(double Idle, IReadOnlyList<string> Authors)> SearchAsync(CapableModel model, string proposer)
    {
        Configure(model);
        var store = $"{proposer}.db";
        using var run = await Command.RunAsync(
            _folder.Path, "run", "bin-packing", "--config", "models.json", "--proposer", proposer, "--requests", $"{Requests}", "--seed", "1", "--without", "tuning", "--store", store, "--json");
        Assert.True(run.ExitCode == 0, run.Errors);
        var journal = await new Store(Path.Combine(_folder.Path, store)).JournalAsync();
        using var report = JsonDocument.Parse(run.Output);

        AssertAccounts(model, journal, report.RootElement, run.Errors);
        AssertBetter(journal, report.RootElement.GetProperty("best"));
        AssertMended(model, journal);
        using var replay = await Command.RunAsync(_folder.Path, "replay", "--store", store);
        Assert.True(replay.ExitCode == 0, replay.Output + replay.Errors);
        var idle = report.RootElement.GetProperty("idle").GetDouble();
        Assert.Contains($"Evaluators were idle {Words.Percent(idle)} of the time", run.Errors, StringComparison.Ordinal);
        return (idle, [.. report.RootElement.GetProperty("yields").EnumerateArray().Select(author => author.GetProperty("name").GetString()!)]);
    }

    /// <summary>Requests, tokens and price are what the server itself has counted, or where it was not heard to the end not less.</summary>
    private static void AssertAccounts(CapableModel model, IReadOnlyList<JournalEntry> journal, JsonElement report, string told)
    {
        var said = model.Answers.ToLookup(answer => (answer.Prompt, answer.Text));
        var exchanges = Samples(journal).Select(sample => sample.Proposal.Exchange).OfType<Exchange>().ToList();
        var exact = exchanges.Where(exchange => !exchange.IsEstimated).ToList();
        Assert.Equal((Requests, Requests), (model.Answers.Count, exchanges.Count));
        Assert.InRange(exact.Count, Requests / 2, Requests);
        Assert.All(exact, exchange => Assert.Contains(
            said[(exchange.Prompt, exchange.Answer)], answer => (answer.InputTokens, answer.OutputTokens) == (exchange.InputTokens, exchange.OutputTokens)));
        Assert.All(exchanges, exchange => Assert.Equal(Price(exchange.InputTokens, exchange.OutputTokens), exchange.Cost));

        var tokens = exchanges.Sum(exchange => exchange.InputTokens + exchange.OutputTokens);
        var cost = exchanges.Sum(exchange => Price(exchange.InputTokens, exchange.OutputTokens));
        var capable = report.GetProperty("yields")[0];
        Assert.Equal((Requests, tokens, cost), (capable.GetProperty("requests").GetInt32(), capable.GetProperty("tokens").GetInt64(), capable.GetProperty("cost").GetDecimal()));
        Assert.Equal((tokens, cost), (report.GetProperty("tokens").GetInt64(), report.GetProperty("cost").GetDecimal()));
        Assert.Matches($@"capable +{Requests} .*{tokens.ToString("N0", CultureInfo.InvariantCulture)} .*\{Words.Dollars(cost)}", told);
    }

    private static void AssertBetter(IReadOnlyList<JournalEntry> journal, JsonElement best)
    {
        var first = (Outcome.Scored)Settled(journal)[0];
        Assert.InRange(best.GetProperty("id").GetInt64(), 1, long.MaxValue);
        Assert.True(best.GetProperty("train").GetDouble() < -first.Signature.Score);
    }

    private static void AssertMended(CapableModel model, IReadOnlyList<JournalEntry> journal)
    {
        var settled = Settled(journal);
        var repairs = Samples(journal).Where(sample => sample.Proposal.Exchange is { Turn: 1 }).ToList();
        Assert.Equal(model.Answers.Count(answer => answer.IsRepair), repairs.Count);
        Assert.Contains(repairs, sample => settled[sample.Id] is Outcome.Scored);
    }

    private static IEnumerable<JournalEntry.Proposed> Samples(IReadOnlyList<JournalEntry> journal) => journal.OfType<JournalEntry.Proposed>();

    private static Dictionary<long, Outcome> Settled(IReadOnlyList<JournalEntry> journal) =>
        journal.OfType<JournalEntry.Settled>().ToDictionary(entry => entry.Id, entry => entry.Outcome);

    private static decimal Price(long input, long output) => ((input * InputPrice) + (output * OutputPrice)) / 1_000_000;

    /// <summary>It knows that a gap which nothing fills is lost, and guesses how large such a gap is.</summary>
    private static CapableModel BinPacker(TimeSpan latency) => new(
        latency,
        random => $"{{\n    double left = room - item;\n    if (left > {random.Next(2, 14)} && left < {random.Next(18, 32)})\n    {{\n        return -capacity - left;\n    }}\n\n    return -left;\n}}",
        random => $"{{\n    double left = room - item;\n    return left <= {random.Next(2, 14)} ? 2 * capacity - left : left / {random.Next(2, 9)};\n}}");

    private void Configure(CapableModel model) => _folder.Write(
        "models.json",
        $$"""
        { "models": [ { "address": "{{model.Address}}", "name": "capable", "maxOutputTokens": 400, "requestsAtOnce": {{AtOnce}}, "price": { "input": {{InputPrice}}, "output": {{OutputPrice}} } } ] }
        """);
}
