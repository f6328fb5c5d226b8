using System.Text.Json;
using FunSearch.Accounts;
using FunSearch.Search;
using FunSearch.Tests.EndToEnd;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>Whole searches with a real language model, on answers that nobody wrote by hand. It holds the path, not the answers' worth.</summary>
[Trait("Category", "Long")]
public sealed class SmallModelTests(SmallModel model, ITestOutputHelper output) : IClassFixture<SmallModel>, IDisposable
{
    private const int Samples = 60;

    private const int MostTokens = 40;

    // Prompts are short, and answers too: the model reads some hundred tokens a second and writes some tens, and mostly nonsense.
    private const string Problem =
        """
        using System.Collections.Generic;
        using FunSearch;

        /// <summary>Find a number near 7.</summary>
        public static partial class Nearby
        {
            [Inputs("train")]
            public static IEnumerable<double> Inputs() => [1, 2, 3];

            [Run]
            public static double Run(double x) => -System.Math.Abs(Near(x) - 7);

            /// <summary>A number near 7.</summary>
            [Evolve]
            public static double Near(double x)
            {
                return x + 1;
            }
        }
        """;

    private const string ChatTemplate = "Improve this C# method.\n\n{{versions}}\n\n{{intent}} Answer with {{next}} alone:\n{{header}}\n";

    private const string CompletionTemplate = "{{versions}}\n\n{{header}}\n{\n";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chat", "", ChatTemplate)]
    [InlineData("completion", "/completions", CompletionTemplate)]
    public async Task A_search_is_killed_resumed_and_replayed(string name, string route, string template)
    {
        Assert.SkipWhen(model.Endpoint is null, "No language model: set FUNSEARCH_TEST_ENDPOINT to one, or FUNSEARCH_TEST_LLM to a command that starts one.");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "Nearby.cs"), Problem, Cancelled);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "template.md"), template, Cancelled);
        var address = new UriBuilder(model.Endpoint!) is var url ? $"{url.Scheme}://{url.Host}:{url.Port}{url.Path}{route}{url.Fragment}" : "";
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "models.json"),
            $$"""
            {
              "models": [{ "address": "{{address}}", "name": "{{name}}", "maxOutputTokens": {{MostTokens}}, "requestsAtOnce": 2, "timeoutSeconds": 600 }],
              "prompts": { "{{name}}": "template.md" }
            }
            """,
            Cancelled);

        using (var killed = Command.Start(
            _folder.Path, "run", "Nearby.cs", "--config", "models.json", "--proposer", name, "--requests", $"{Samples}", "--seed", "1", "--workers", "1", "--name", name))
        {
            await Store.SettledAsync(killed, 10);
            await killed.KillAsync();
        }

        using var resumed = await Command.RunAsync(_folder.Path, "resume", name, "--workers", "1", "--json");
        using var replayed = await Command.RunAsync(_folder.Path, "replay", name, "--workers", "1");

        output.WriteLine(resumed.Errors);
        Assert.Equal(0, resumed.ExitCode);
        Assert.True(replayed.ExitCode == 0, replayed.Output + replayed.Errors);
        var journal = await Store.JournalAsync();
        var exchanges = journal.OfType<JournalEntry.Proposed>().Select(entry => entry.Proposal.Exchange).OfType<Exchange>().ToList();
        var trials = journal.OfType<JournalEntry.Proposed>().Count(entry => entry.Proposal.IsTrial);
        Assert.Equal(Samples, exchanges.Count);
        Assert.Equal(1 + Samples + trials, journal.OfType<JournalEntry.Settled>().Count());
        Assert.All(exchanges, exchange =>
        {
            Assert.InRange(exchange.InputTokens, 1, 2_000);
            Assert.InRange(exchange.OutputTokens, 0, MostTokens * 3);
            Assert.Equal(0, exchange.Cost);
        });
        using var report = JsonDocument.Parse(resumed.Output);
        Assert.Equal(exchanges.Sum(exchange => exchange.InputTokens + exchange.OutputTokens), report.RootElement.GetProperty("tokens").GetInt64());
        Tell(journal, exchanges);
    }

    public void Dispose() => _folder.Dispose();

    private Store Store => new(Path.Combine(_folder.Path, ".funsearch", "store.db"));

    /// <summary>What came of it, for whoever reads the log.</summary>
    private void Tell(IReadOnlyList<JournalEntry> journal, List<Exchange> exchanges)
    {
        foreach (var (kind, count) in journal.OfType<JournalEntry.Settled>().Where(entry => entry.Id > 0).CountBy(entry => entry.Outcome.Kind))
        {
            output.WriteLine($"{kind}: {count}");
        }

        output.WriteLine($"read: {journal.OfType<JournalEntry.Proposed>().Count(entry => entry.Id > 0 && entry.Proposal.Body is not null)} of {exchanges.Count}");
        output.WriteLine($"tokens: {exchanges.Average(exchange => exchange.InputTokens):0} in, {exchanges.Average(exchange => exchange.OutputTokens):0} out");
        output.WriteLine($"seconds: {exchanges.Average(exchange => exchange.Elapsed.TotalSeconds):0.0}; repairs: {exchanges.Count(exchange => exchange.Turn > 0)}");
    }
}
