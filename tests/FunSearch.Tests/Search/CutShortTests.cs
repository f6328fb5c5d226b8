using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Tests.Replaying;
using static FunSearch.Tests.Search.LoopFixture;

namespace FunSearch.Tests.Search;

/// <summary>Whom a candidate is held against decides what becomes of it: so it must be the same whatever happens around the search.</summary>
public sealed class CutShortTests
{
    private const int Samples = 150;

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_cut_short_is_counted_and_never_a_parent()
    {
        var journal = await SearchAsync(new Adder());

        var cut = journal.OfType<JournalEntry.Settled>().Where(entry => entry.Outcome.Kind == OutcomeKind.CutShort).Select(entry => entry.Id).ToHashSet();
        Assert.InRange(cut.Count, 10, Samples);
        Assert.DoesNotContain(journal.OfType<JournalEntry.Proposed>(), entry => entry.Parents.Any(cut.Contains));
    }

    [Fact]
    public async Task The_proposer_hears_of_it_as_of_no_crash()
    {
        var proposer = new Adder();

        await SearchAsync(proposer);

        Assert.Contains(proposer.Reports, report => report.Kind == OutcomeKind.CutShort);
    }

    [Fact]
    public async Task The_order_in_which_evaluations_end_cuts_nobody_else_short()
    {
        var quick = await SearchAsync(new Adder());
        var slow = await SearchAsync(new Adder(), slowness: 50);

        Assert.Equal(Story.Of(quick), Story.Of(slow));
    }

    [Fact]
    public async Task A_search_killed_after_any_line_cuts_the_same_candidates_short()
    {
        var whole = await SearchAsync(new Adder());

        for (var lines = 0; lines < whole.Count; lines++)
        {
            var resumed = await SearchAsync(new Adder(), past: whole.Take(lines));

            Assert.Equal(Story.Of(whole), Story.Of(resumed));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task A_larger_budget_cuts_the_same_candidates_short_and_is_replayed(int first)
    {
        var whole = await SearchAsync(new Adder());

        var resumed = await SearchAsync(new Adder(), past: await SearchAsync(new Adder(), samples: first));

        Assert.Equal(Story.Of(whole), Story.Of(resumed));
        Assert.Null((await ReplayAsync(resumed, new AskedAgain(new Adder()))).Difference);
    }

    [Fact]
    public async Task A_search_that_was_killed_is_replayed_outcome_by_outcome()
    {
        var journal = await SearchAsync(new Adder(), past: (await SearchAsync(new Adder())).Take(133));

        var result = await ReplayAsync(journal, new AskedAgain(new Adder()));

        Assert.Null(result.Difference);
        Assert.Equal(journal.OfType<JournalEntry.Settled>().Count(entry => entry.Outcome.Kind == OutcomeKind.CutShort), result.Outcomes[OutcomeKind.CutShort]);
        Assert.Equal(0, result.RecordedAsIs);
    }

    [Fact]
    public async Task A_models_search_that_was_killed_again_and_again_is_replayed_outcome_by_outcome()
    {
        IReadOnlyList<JournalEntry> journal = [];
        foreach (var lines in new[] { 2, 30, 31, 90, 200 })
        {
            journal = [.. (await SearchAsync(TalkingModel.Proposer(), past: journal)).Take(lines)];
        }

        journal = await SearchAsync(TalkingModel.Proposer(), past: journal);
        var result = await ReplayAsync(journal, TalkingModel.Author());

        Assert.Null(result.Difference);
        Assert.True(result.Outcomes[OutcomeKind.CutShort] > 0);
    }

    [Fact]
    public async Task A_record_of_a_candidate_cut_short_that_was_none_is_found_out()
    {
        var journal = (await SearchAsync(new Adder())).ToList();
        var cut = journal.FindIndex(entry => entry is JournalEntry.Settled { Outcome.Kind: OutcomeKind.CutShort });
        journal[cut] = (JournalEntry.Settled)journal[cut] with { Outcome = new Outcome.Failed(OutcomeKind.Crashed, "Below zero.") };

        var result = await ReplayAsync(journal, new AskedAgain(new Adder()));

        Assert.Contains("recorded crashed (Below zero); now cut short (Clearly out)", result.Difference, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JournalEntry>> SearchAsync(
        IProposer proposer, int samples = Samples, int slowness = 3, IEnumerable<JournalEntry>? past = null)
    {
        var journal = new Memory(past ?? []);
        await new SearchLoop(Specification, Options(), proposer, tuner: null, new Scorer(slowness) { CutsShort = true }, journal, TimeProvider.System)
            .RunAsync(new Budget { Samples = samples }, None);
        return journal.Entries;
    }

    private static Task<ReplayResult> ReplayAsync(IReadOnlyList<JournalEntry> journal, IAuthor author) =>
        new Replayer(Specification, Options(), author, tuner: null, new Scorer { CutsShort = true }, new Memory(journal)).RunAsync(
            journal.OfType<JournalEntry.Verified>().OrderByDescending(entry => entry.Merit).First().Id, None);
}
