using System.Text.Json;
using FunSearch.Accounts;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_configuration_comes_back_whole()
    {
        var configuration = TemporaryStore.Configuration() with
        {
            Search = new SearchOptions { Seed = long.MinValue, Window = 5, Islands = new IslandOptions { Islands = 3, InitialTemperature = 1.0 / 3 } },
            Limits = new Limits { Time = TimeSpan.FromTicks(1), MemoryBytes = 1 },
            Data = new UserData(new Dictionary<Split, string> { [Split.Train] = "/data/items.csv" }, [60, 20, 20]),
            Budget = new Budget { Time = TimeSpan.FromMinutes(5), Target = -0.1, Samples = 1, Tokens = 2, Requests = 3 },
        };
        await _store.Open().CreateRunAsync(configuration, Cancellation);

        var found = await _store.Open().FindRunAsync(TemporaryStore.Run, Cancellation);

        Assert.Equal(JsonSerializer.Serialize(configuration), JsonSerializer.Serialize(found.Configuration));
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_and_the_newest_is_the_default()
    {
        var store = _store.Open();
        foreach (var name in (string[])["first", "second", "third"])
        {
            await store.CreateRunAsync(TemporaryStore.Configuration(name), Cancellation);
        }

        var runs = await store.RunsAsync(Cancellation);

        Assert.Equal(["third", "second", "first"], runs.Select(run => run.Configuration.Name));
        Assert.Equal("third", (await store.FindRunAsync(null, Cancellation)).Configuration.Name);
    }

    [Fact]
    public async Task A_name_that_is_taken_says_how_to_resume()
    {
        var store = await _store.OpenWithRunAsync();

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.CreateRunAsync(TemporaryStore.Configuration(), Cancellation));

        Assert.Equal(
            $"The store '{_store.Path}' has a run 'run' already. Resume it with 'funsearch resume run', or choose another name.",
            exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../elsewhere")]
    [InlineData("with space")]
    public async Task A_name_that_cannot_be_part_of_a_files_name_is_refused(string name)
    {
        var exception = await Assert.ThrowsAsync<StoreException>(
            () => _store.Open().CreateRunAsync(TemporaryStore.Configuration(name), Cancellation));

        Assert.StartsWith($"'{name}' cannot be a run's name.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_run_is_answered_with_the_nearest_names()
    {
        var store = _store.Open();
        foreach (var name in (string[])["cap-set-1", "weibull-7", "weibull-8", "or-3"])
        {
            await store.CreateRunAsync(TemporaryStore.Configuration(name), Cancellation);
        }

        var finding = await Assert.ThrowsAsync<StoreException>(() => store.FindRunAsync("weibul-7", Cancellation));
        var opening = await Assert.ThrowsAsync<StoreException>(() => store.OpenJournalAsync("weibul-7", Cancellation));

        Assert.Equal(
            $"The store '{_store.Path}' has no run 'weibul-7'. It has weibull-7, weibull-8, or-3; 'funsearch runs' lists all.",
            finding.Message);
        Assert.Equal(finding.Message, opening.Message);
    }

    [Fact]
    public async Task An_empty_store_says_how_to_start_a_run()
    {
        var store = _store.Open();

        var newest = await Assert.ThrowsAsync<StoreException>(() => store.FindRunAsync(null, Cancellation));
        var named = await Assert.ThrowsAsync<StoreException>(() => store.FindRunAsync("any", Cancellation));

        Assert.Equal($"The store '{_store.Path}' has no run yet. Start one with 'funsearch run PROBLEM'.", newest.Message);
        Assert.Equal(newest.Message, named.Message);
        Assert.Empty(await store.RunsAsync(Cancellation));
    }

    [Fact]
    public async Task A_run_is_running_then_interrupted_then_finished()
    {
        var store = await _store.OpenWithRunAsync();

        await using (await store.OpenJournalAsync(TemporaryStore.Run, Cancellation))
        {
            Assert.Equal(RunState.Running, await StateAsync(store));
        }

        Assert.Equal(RunState.Interrupted, await StateAsync(store));
        await store.MarkFinishedAsync(TemporaryStore.Run, Cancellation);
        Assert.Equal(RunState.Finished, await StateAsync(store));
    }

    [Fact]
    public async Task A_finished_run_that_goes_on_is_finished_no_more()
    {
        var store = await _store.OpenWithRunAsync();
        await store.MarkFinishedAsync(TemporaryStore.Run, Cancellation);

        await using (var journal = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation))
        {
            await journal.AppendAsync(Entries.Proposed(1), Cancellation);
        }

        Assert.Equal(RunState.Interrupted, await StateAsync(store));
    }

    [Fact]
    public async Task A_new_budget_replaces_the_old_one_and_opens_a_finished_run()
    {
        var store = await _store.OpenWithRunAsync();
        await store.MarkFinishedAsync(TemporaryStore.Run, Cancellation);

        await store.UpdateBudgetAsync(TemporaryStore.Run, new Budget { Samples = 10_000 }, Cancellation);

        var run = await store.FindRunAsync(TemporaryStore.Run, Cancellation);
        Assert.Equal(new Budget { Samples = 10_000 }, run.Configuration.Budget);
        Assert.Equal(RunState.Interrupted, run.State);
    }

    [Fact]
    public async Task A_run_that_is_claimed_is_claimed_by_no_other()
    {
        var store = await _store.OpenWithRunAsync();
        await using var journal = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation);

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.OpenJournalAsync(TemporaryStore.Run, Cancellation));

        Assert.Equal(
            $"Process {Environment.ProcessId} works on the run 'run' of the store '{_store.Path}'. "
            + "Wait for it to end, stop it, or start another run.",
            exception.Message);
    }

    [Fact]
    public async Task Two_runs_of_one_store_are_written_at_once_and_do_not_mix()
    {
        var store = await _store.OpenWithRunAsync();
        await store.CreateRunAsync(TemporaryStore.Configuration("other"), Cancellation);

        await using var one = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation);
        await using var other = await store.OpenJournalAsync("other", Cancellation);
        await Task.WhenAll(Enumerable.Range(1, 100).SelectMany(id => (Task[])
            [one.AppendAsync(Entries.Proposed(id), Cancellation), other.AppendAsync(Entries.Proposed(1_000 + id), Cancellation)]));

        var ids = await one.ReadAsync(Cancellation).Select(entry => ((JournalEntry.Proposed)entry).Id).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), ids);
    }

    [Fact]
    public async Task Totals_are_told_without_the_journal()
    {
        await using (var journal = await _store.OpenJournalAsync())
        {
            await journal.AppendAsync(Entries.Proposed(1, exchange: Entries.Exchange("one")), Cancellation);
            await journal.AppendAsync(Entries.Proposed(2, exchange: Entries.Exchange("two")), Cancellation);
            await journal.AppendAsync(Entries.Proposed(3), Cancellation);
            await journal.AppendAsync(Entries.Scored(1, 5), Cancellation);
            await journal.AppendAsync(Entries.Settled(2, new Outcome.Duplicate(1)), Cancellation);
            await journal.AppendAsync(Entries.Scored(3, 6), Cancellation);
        }

        var run = await _store.Open().FindRunAsync(TemporaryStore.Run, Cancellation);

        Assert.Equal(3, run.Samples);
        Assert.Equal(2, run.Outcomes[OutcomeKind.Scored]);
        Assert.Equal(1, run.Outcomes[OutcomeKind.Duplicate]);
        Assert.Equal(0, run.Outcomes[OutcomeKind.Crashed]);
        Assert.Equal(Entries.Scored(3, 6).Elapsed, run.Elapsed);
        Assert.Equal(new Spending(Requests: 2, Tokens: 2_468, Cost: 0.000_002_468m, Unpriced: 0), run.Spent);
        Assert.Null(run.Best);
    }

    [Fact]
    public async Task The_champion_is_the_verified_program_of_the_best_validation_score()
    {
        await using (var journal = await _store.OpenJournalAsync())
        {
            await Task.WhenAll(Enumerable.Range(1, 4).Select(id => journal.AppendAsync(Entries.Proposed(id), Cancellation)));
            await journal.AppendAsync(Entries.Verified(1, train: [5], validation: [7]), Cancellation);
            await journal.AppendAsync(Entries.Verified(2, train: [6], validation: [9]), Cancellation);
            await journal.AppendAsync(Entries.Verified(3, train: [7], validation: [9]), Cancellation);
            await journal.AppendAsync(Entries.Verified(4, train: [8], validation: [3]), Cancellation);
        }

        var best = (await _store.Open().FindRunAsync(TemporaryStore.Run, Cancellation)).Best;

        Assert.Equal(new ScoredProgram(2, Entries.Proposed(2).Proposal.Body!, new Signature([6])), best?.Program);
        Assert.Equal(EntryText.Of(Entries.Verified(2, [6], [9])), EntryText.Of(new JournalEntry.Verified(2, best!.Train, best.Validation)));
    }

    [Fact]
    public async Task A_sample_is_told_with_all_that_became_of_it()
    {
        await using (var journal = await _store.OpenJournalAsync())
        {
            await journal.AppendAsync(Entries.Proposed(1), Cancellation);
            await journal.AppendAsync(Entries.Proposed(2, exchange: Entries.Exchange("answer")), Cancellation);
            await journal.AppendAsync(Entries.Verified(2, [0.1]), Cancellation);
            await journal.AppendAsync(Entries.Scored(2, 0.1), Cancellation);
        }

        var settled = await _store.Open().ReadSampleAsync(TemporaryStore.Run, 2, Cancellation);
        var inFlight = await _store.Open().ReadSampleAsync(TemporaryStore.Run, 1, Cancellation);

        Assert.Equal(EntryText.Of(Entries.Proposed(2, exchange: Entries.Exchange("answer"))), EntryText.Of(settled.Proposed));
        Assert.Equal(EntryText.Of(Entries.Scored(2, 0.1)), EntryText.Of(settled.Settled!));
        Assert.Equal(EntryText.Of(Entries.Verified(2, [0.1])), EntryText.Of(settled.Verified!));
        Assert.Equal(EntryText.Of(Entries.Proposed(1)), EntryText.Of(inFlight.Proposed));
        Assert.Null(inFlight.Settled);
        Assert.Null(inFlight.Verified);
    }

    [Fact]
    public async Task A_sample_that_is_not_there_has_its_sentence()
    {
        var store = await _store.OpenWithRunAsync();

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.ReadSampleAsync(TemporaryStore.Run, 9, Cancellation));

        Assert.Equal("The run 'run' has no sample 9. Its samples are counted from 0, the first program.", exception.Message);
    }

    /// <summary>Stores that exist hold these numbers.</summary>
    [Fact]
    public void The_kinds_of_outcomes_keep_their_numbers()
    {
        Assert.Equal(
            [
                "0 Scored", "1 Duplicate", "2 DoesNotCompile", "3 Forbidden", "4 TimedOut", "5 OutOfMemory",
                "6 Crashed", "7 WrongResult", "8 NotFinite", "9 Inconsistent", "10 CutShort", "11 NoCode",
            ],
            Enum.GetValues<OutcomeKind>().Select(kind => $"{(int)kind} {kind}"));
    }

    public void Dispose() => _store.Dispose();

    private static async Task<RunState> StateAsync(SqliteStore store) =>
        (await store.FindRunAsync(TemporaryStore.Run, Cancellation)).State;
}
