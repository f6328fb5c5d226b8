using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage.Sqlite;
using FunSearch.Tests.App;

namespace FunSearch.Tests.Runs;

public sealed class NewRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("funsearch-").FullName;
    private readonly SqliteStore _store;

    public NewRunTests() => _store = SqliteStore.Open(Path.Combine(_folder, "store.db"), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_number_that_was_taken_meanwhile_is_followed_by_the_next()
    {
        var (one, other) = (new NewRun(_store, wanted: null, "warehouse:large"), new NewRun(_store, wanted: null, "warehouse:large"));
        var first = Samples.Configuration with { Name = await one.NameAsync(Cancellation) };
        var second = Samples.Configuration with { Name = await other.NameAsync(Cancellation) };

        await using var claimed = (await one.ClaimAsync(first, Cancellation)).Journal;
        var run = await other.ClaimAsync(second, Cancellation);
        await using var journal = run.Journal;

        Assert.Equal(("warehouse-large-1", "warehouse-large-1"), (first.Name, second.Name));
        Assert.Equal("warehouse-large-2", run.Configuration.Name);
        Assert.Equal(["warehouse-large-2", "warehouse-large-1"], await _store.NamesAsync(Cancellation));
    }

    [Fact]
    public async Task A_name_that_the_user_gave_is_never_changed()
    {
        var run = new NewRun(_store, wanted: "monday", "warehouse");
        await _store.CreateRunAsync(Samples.Configuration, Cancellation);

        await Assert.ThrowsAsync<StoreException>(() => run.ClaimAsync(Samples.Configuration, Cancellation));
        var refusal = await Assert.ThrowsAsync<RunException>(() => run.NameAsync(Cancellation));

        Assert.Contains("funsearch resume monday", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["monday"], await _store.NamesAsync(Cancellation));
    }

    [Fact]
    public void A_run_without_a_name_gets_the_first_free_number_of_its_problem()
    {
        Assert.Equal("warehouse-large-1", RunNames.Next("warehouse-large", []));
        Assert.Equal("warehouse-3", RunNames.Next("/home/me/warehouse.cs", ["warehouse-1", "warehouse-2"]));
        Assert.True(SqliteStore.IsName(RunNames.Next("/home/me/Mein Lager!", [])));
    }
}
