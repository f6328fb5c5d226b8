using FunSearch.Search;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class LineageTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_goes_back_to_the_parent_that_was_edited_and_all_else_to_the_best_parent()
    {
        await AppendAsync(
            First, Entries.Scored(0, -9),
            Entries.Edit(1, 0), Entries.Scored(1, -8),
            Entries.Edit(2, 0), Entries.Scored(2, -7),
            Entries.Edit(3, 1, 2), Entries.Scored(3, -8.5),
            Entries.Proposed(4) with { Parents = [3, 2] }, Entries.Scored(4, -6),
            Entries.Edit(5, 3, 4));

        var edits = await ReadAsync(3);
        var all = await ReadAsync(5);
        var anew = await ReadAsync(4);

        Assert.Equal("0 -9, 1 -8 edit, 3 -8.5 edit", edits);
        Assert.Equal("0 -9, 1 -8 edit, 3 -8.5 edit, 5 ? edit", all);
        Assert.Equal("0 -9, 2 -7 edit, 4 -6", anew);
    }

    [Fact]
    public async Task The_line_of_the_first_program_is_itself()
    {
        await AppendAsync(First, Entries.Scored(0, -9));

        Assert.Equal("0 -9", await ReadAsync(0));
    }

    [Fact]
    public async Task A_line_of_ten_thousand_steps_is_read_to_its_end()
    {
        await using (var journal = await _store.OpenJournalAsync())
        {
            await Task.WhenAll(Enumerable.Range(1, 10_000).Select(id => journal.AppendAsync(Entries.Edit(id, id - 1), Cancellation))
                .Prepend(journal.AppendAsync(First, Cancellation)));
        }

        var line = await _store.Open().ReadLineageAsync(TemporaryStore.Run, 10_000, Cancellation);

        Assert.Equal(Enumerable.Range(0, 10_001).Select(id => (long)id), line.Select(step => step.Id));
    }

    [Fact]
    public async Task A_circle_in_a_damaged_store_ends()
    {
        await AppendAsync(Entries.Edit(1, 2), Entries.Edit(2, 1));

        Assert.Equal("1 ? edit, 2 ? edit", await ReadAsync(2));
    }

    [Fact]
    public async Task The_lines_of_two_runs_do_not_mix()
    {
        var store = await _store.OpenWithRunAsync();
        await store.CreateRunAsync(TemporaryStore.Configuration("other"), Cancellation);
        await AppendAsync(First, Entries.Edit(1, 0), Entries.Scored(1, -1));
        await using (var other = await store.OpenJournalAsync("other", Cancellation))
        {
            await other.AppendAsync(Entries.Edit(1, 0), Cancellation);
            await other.AppendAsync(Entries.Scored(1, -2), Cancellation);
        }

        Assert.Equal("0 ?, 1 -1 edit", await ReadAsync(1));
    }

    public void Dispose() => _store.Dispose();

    private static JournalEntry.Proposed First => Entries.Proposed(0) with { Parents = [] };

    private async Task AppendAsync(params IReadOnlyList<JournalEntry> entries)
    {
        await using var journal = await _store.OpenJournalAsync();
        foreach (var entry in entries)
        {
            await journal.AppendAsync(entry, Cancellation);
        }
    }

    private async Task<string> ReadAsync(long id)
    {
        var line = await _store.Open().ReadLineageAsync(TemporaryStore.Run, id, Cancellation);
        return string.Join(", ", line.Select(step => $"{step.Id} {step.Score?.ToString() ?? "?"}{(step.IsEdit ? " edit" : "")}"));
    }
}
