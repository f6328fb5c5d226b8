using System.Text;
using FunSearch.Search;
using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Proposers.Llm;

namespace FunSearch.Tests.EndToEnd;

/// <summary>A key goes to its server, and nowhere else.</summary>
public sealed class KeyTests : IDisposable
{
    private const string Key = "sk-canary-9b1f04";

    private const string Method = "```csharp\ndouble Priority_v1(double item, double room, double capacity) { return room - item; }\n```";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_named_providers_key_reaches_its_server_and_is_found_nowhere_else()
    {
        // It repeats the key in an answer and in a failure, as a careless server would.
        await using var server = new StubServer(
            StubAnswer.Says($"My key is {Key}."), new StubAnswer(400, $"bad key {Key}"), StubAnswer.Says(Method));
        using var run = Command.Start(
            new Dictionary<string, string> { ["OPENAI_API_KEY"] = Key, ["OPENAI_BASE_URL"] = server.Address },
            _folder.Path, "run", "bin-packing", "--proposer", "openai/tiny", "--requests", "3", "--name", "keyed");
        await UntilAsync(() => server.Requests.Count > 0 || run.HasEnded);
        var children = run.Children();
        var environments = children.Select(child => File.ReadAllText($"/proc/{child}/environ") + File.ReadAllText($"/proc/{child}/cmdline")).ToList();
        await run.EndedAsync();
        using var show = await Command.RunAsync(_folder.Path, "show", "keyed", "--lineage");

        var files = Files().ToList();
        var exchanges = await ExchangesAsync("keyed");

        Assert.Equal(3, exchanges.Count(exchange => exchange.Contains("tiny", StringComparison.Ordinal)));
        Assert.Equal(2, exchanges.Count(exchange => exchange.Contains("(key)", StringComparison.Ordinal)));
        Assert.All(server.Requests, request => Assert.Contains($"Authorization: Bearer {Key}", request.Headers, StringComparison.Ordinal));
        Assert.NotEmpty(children);
        string[] told = [run.Output, run.Errors, show.Output, show.Errors, .. environments, .. exchanges, .. files];
        Assert.All(told, text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_asked_for_before_anything_is_stored()
    {
        using var run = Command.Start(
            new Dictionary<string, string> { ["OPENAI_API_KEY"] = "" }, _folder.Path, "run", "bin-packing", "--proposer", "openai/tiny", "--requests", "1");
        await run.EndedAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("openai/tiny needs a key. Set OPENAI_API_KEY, or OPENAI_API_KEY_FILE to a file that holds it.", run.Errors, StringComparison.Ordinal);
    }

    private async Task<List<string>> ExchangesAsync(string run)
    {
        var store = SqliteStore.OpenExisting(Path.Combine(_folder.Path, ".funsearch", "store.db"), TimeProvider.System);
        await using var journal = await store.OpenJournalAsync(run, TestContext.Current.CancellationToken);
        return await journal.ReadAsync(TestContext.Current.CancellationToken).OfType<JournalEntry.Proposed>()
            .Select(proposed => $"{proposed.Proposal}{proposed.Proposal.Exchange}{proposed.Proposal.NoCode}").ToListAsync();
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(path)));

    private static async Task UntilAsync(Func<bool> happens)
    {
        while (!happens())
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
