using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Storage;

/// <summary>What any journal must keep. A store's own tests inherit it and say how to open one.</summary>
public abstract class JournalContract
{
    /// <summary>Opens the same journal every time; at first it is empty.</summary>
    private protected abstract Task<IJournal> OpenAsync();

    [Fact]
    public async Task A_new_journal_has_no_entries()
    {
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Entries_of_all_kinds_come_back_as_they_were_and_in_their_order()
    {
        JournalEntry[] entries =
        [
            Entries.Proposed(1),
            Entries.Proposed(2),
            Entries.Verified(2, [-51, -48], [-50]),
            Entries.Scored(2, -51, -48),
            Entries.Scored(1, -52, -49),
            new JournalEntry.Reset(5_000, new Dictionary<int, long> { [7] = 2, [3] = 0 }),
            Entries.Verified(1, [0.1]),
            Entries.Proposed(3),
        ];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task Every_way_to_end_comes_back()
    {
        var struck = new Outcome.Failed(OutcomeKind.DoesNotCompile, "The compiler was still working on it.", ByCircumstance: true);
        var verified = Entries.Verified(102, [1]);
        var failures = Enum.GetValues<OutcomeKind>().Except([OutcomeKind.Scored, OutcomeKind.Duplicate]);
        JournalEntry[] entries =
        [
            .. failures.Select((kind, index) => Entries.Settled(index + 1, new Outcome.Failed(kind, $"A 'quoted' {kind}, and ünïcode."))),
            Entries.Settled(100, new Outcome.Duplicate(long.MaxValue)),
            Entries.Settled(101, new Outcome.Failed(OutcomeKind.Crashed, "")),
            Entries.Settled(102, struck),
            verified with { Validation = verified.Train with { Outcome = struck } },
        ];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-51.0, -48.0, -210.0, -213.0)]
    [InlineData(0.1, 1.0 / 3, -2.5)]
    [InlineData(9007199254740992.0, -9007199254740992.0)]
    [InlineData(9007199254740994.0, 1.0)]
    [InlineData(double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon)]
    public async Task Scores_come_back_bit_for_bit(params double[] scores)
    {
        await AppendAsync(Entries.Scored(1, scores));

        AssertSame([Entries.Scored(1, scores)], await ReadAsync());
    }

    [Fact]
    public async Task Hundreds_of_scores_come_back()
    {
        JournalEntry[] entries =
        [
            Entries.Scored(1, [.. Enumerable.Range(0, 500).Select(index => -100.0 - (index % 7))]),
            Entries.Scored(2, [.. Enumerable.Range(0, 500).Select(index => Math.Sin(index))]),
            Entries.Scored(3, [.. Enumerable.Repeat(0.25, 500)]),
        ];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task An_exchange_comes_back_in_full_and_only_where_it_was()
    {
        JournalEntry[] entries =
        [
            Entries.Proposed(1, exchange: Entries.Exchange("double Priority(double item)\n{\n    return item;\n}\n")),
            Entries.Proposed(2),
            Entries.Proposed(3, exchange: Entries.Exchange("")),
            Entries.NoCode(4, Entries.Exchange("I am sorry.")),
        ];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task Which_parent_was_edited_comes_back()
    {
        JournalEntry[] entries = [Entries.Edit(1, 0), Entries.Edit(2, 0, 1), Entries.Proposed(3)];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task Prompts_that_begin_alike_come_back_to_the_last_character()
    {
        var problem = string.Concat(Enumerable.Repeat("Items go one by one into bins. ", 20));
        var prompts = new[]
        {
            $"{problem}\U0001F600 and more", $"{problem}\U0001F601 and less", $"{problem}\U0001F600", problem, problem[..^1], "", $"{problem}again",
            $"Another beginning. {problem}", $"Another beginning. {problem}!",
        };
        JournalEntry[] entries = [.. prompts.Select((prompt, index) => Entries.Proposed(index + 1, exchange: Entries.Exchange("answer", prompt)))];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task Bodies_of_equal_tokens_keep_their_own_white_space_and_comments()
    {
        JournalEntry[] entries =
        [
            Entries.Proposed(1, "{ return item; }"),
            Entries.Proposed(2, "{\n    // The larger first.\n    return item;\n}"),
            Entries.Proposed(3, "{ return item; }"),
        ];

        await AppendAsync(entries);

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task A_journal_that_is_opened_again_goes_on_where_it_ended()
    {
        await AppendAsync(Entries.Proposed(1), Entries.Scored(1, 5));

        await AppendAsync(Entries.Proposed(2), Entries.Scored(2, 6));

        AssertSame([Entries.Proposed(1), Entries.Scored(1, 5), Entries.Proposed(2), Entries.Scored(2, 6)], await ReadAsync());
    }

    [Fact]
    public async Task The_order_of_the_calls_is_the_order_of_the_entries()
    {
        JournalEntry[] entries =
        [
            .. Enumerable.Range(1, 2_500).Select(JournalEntry (id) => id % 2 == 1 ? Entries.Proposed(id) : Entries.Scored(id, id)),
        ];

        await using (var journal = await OpenAsync())
        {
            await Task.WhenAll(entries.Select(entry => journal.AppendAsync(entry, Cancellation)));
        }

        AssertSame(entries, await ReadAsync());
    }

    [Fact]
    public async Task Lanes_that_append_at_once_lose_nothing_and_keep_their_order()
    {
        const int Lanes = 8;
        const int Each = 50;

        await using (var journal = await OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
            {
                for (var number = 0; number < Each; number++)
                {
                    await journal.AppendAsync(Entries.Proposed((number * Lanes) + lane), Cancellation);
                }
            })));
        }

        var ids = (await ReadAsync()).Cast<JournalEntry.Proposed>().Select(proposed => proposed.Id).ToList();
        Assert.Equal(Lanes * Each, ids.Distinct().Count());
        Assert.Equal(Lanes * Each, ids.Count);
        Assert.All(ids.GroupBy(id => id % Lanes), lane => Assert.Equal(lane.Order(), lane));
    }

    [Fact]
    public async Task What_was_appended_can_be_read_while_the_journal_is_open()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(Entries.Proposed(1), Cancellation);

        var entries = await journal.ReadAsync(Cancellation).ToListAsync(Cancellation);

        AssertSame([Entries.Proposed(1)], entries);
    }

    [Fact]
    public async Task Disposing_writes_what_still_waits()
    {
        var journal = await OpenAsync();
        var appends = Enumerable.Range(1, 300).Select(id => journal.AppendAsync(Entries.Proposed(id), Cancellation)).ToList();

        await journal.DisposeAsync();

        await Task.WhenAll(appends);
        Assert.Equal(300, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task A_disposed_journal_takes_no_more_entries()
    {
        var journal = await OpenAsync();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Entries.Proposed(1), Cancellation));

        await journal.DisposeAsync();
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_is_not_written()
    {
        await using (var journal = await OpenAsync())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => journal.AppendAsync(Entries.Proposed(1), new CancellationToken(canceled: true)));
        }

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_sample_is_not_settled_twice()
    {
        await AppendAsync(Entries.Proposed(1), Entries.Scored(1, 5));

        await Assert.ThrowsAsync<StoreException>(() => AppendAsync(Entries.Scored(1, 6)));

        AssertSame([Entries.Proposed(1), Entries.Scored(1, 5)], await ReadAsync());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void AssertSame(IEnumerable<JournalEntry> expected, IEnumerable<JournalEntry> actual) =>
        Assert.Equal(expected.Select(EntryText.Of), actual.Select(EntryText.Of));

    private async Task AppendAsync(params JournalEntry[] entries)
    {
        await using var journal = await OpenAsync();
        foreach (var entry in entries)
        {
            await journal.AppendAsync(entry, Cancellation);
        }
    }

    private async Task<List<JournalEntry>> ReadAsync()
    {
        await using var journal = await OpenAsync();
        return await journal.ReadAsync(Cancellation).ToListAsync(Cancellation);
    }
}
