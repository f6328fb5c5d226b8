using FunSearch.Programs;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class MilestonesTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Only_what_was_better_than_all_before_it_is_a_milestone_with_the_samples_and_the_time_it_took()
    {
        await using (var journal = await _store.OpenJournalAsync())
        {
            foreach (var settled in new[]
            {
                Entries.Scored(0, -9, -7), Entries.Scored(1, -10), Entries.Settled(3, new Outcome.Duplicate(1)), Entries.Scored(2, -7.5),
                Entries.Scored(4, -7.5), Entries.Settled(5, new Outcome.Failed(OutcomeKind.WrongResult, "Lies.")), Entries.Scored(6, -6),
            })
            {
                await journal.AppendAsync(settled, Cancellation);
            }
        }

        var milestones = await _store.Open().ReadMilestonesAsync(TemporaryStore.Run, Cancellation);

        Assert.Equal([(0, -8.0), (3, -7.5), (6, -6.0)], milestones.Select(milestone => ((int)milestone.Samples, milestone.Score)));
        Assert.Equal(Entries.Scored(6, 0).Elapsed, milestones[^1].Elapsed);
    }
}
