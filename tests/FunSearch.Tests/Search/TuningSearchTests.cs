using FunSearch.Accounts;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Tests.Replaying;
using FunSearch.Tuning;
using static FunSearch.Tests.Search.LoopFixture;

namespace FunSearch.Tests.Search;

/// <summary>A search that tunes the numbers of its best programs is stopped, resumed and replayed like any other.</summary>
public sealed class TuningSearchTests
{
    private const int Samples = 200;

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Stopped_after_any_line_of_its_journal_it_goes_on_as_if_it_had_not_been()
    {
        var whole = await SearchAsync([]);

        Assert.InRange(Trials(whole).Count, 30, Samples / 2);
        for (var lines = 0; lines < whole.Count; lines++)
        {
            Assert.Equal(Story.Of(whole), Story.Of(await SearchAsync(whole.Take(lines))));
        }
    }

    [Fact]
    public async Task It_comes_out_the_same_however_far_it_came_and_wherever_it_was_killed()
    {
        var whole = await SearchAsync([]);

        for (var lines = 0; lines <= whole.Count; lines += 11)
        {
            Assert.Null((await ReplayAsync([.. whole.Take(lines)], new AskedAgain(new Adder()))).Difference);
        }

        Assert.Null((await ReplayAsync(await SearchAsync(whole.Take(133)), new AskedAgain(new Adder()))).Difference);
    }

    [Fact]
    public async Task A_trial_is_journalled_with_the_program_whose_numbers_it_changes_and_its_proposer_hears_nothing_of_it()
    {
        var adder = new Adder();
        var journal = await SearchAsync([], adder);

        var bodies = journal.OfType<JournalEntry.Proposed>().ToDictionary(entry => entry.Id, entry => entry.Proposal.Body);
        Assert.All(Trials(journal), trial =>
        {
            Assert.Equal(0, trial.Proposal.Edited);
            Assert.InRange(ValueOf(trial.Proposal.Body!) - ValueOf(bodies[Assert.Single(trial.Parents)]!), -1, 3);
        });
        Assert.Equal(Samples - Trials(journal).Count, adder.Reports.Count);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public async Task Tuning_never_takes_more_than_its_share(double share)
    {
        var journal = await SearchAsync([], options: Options(share), samples: 1_000);

        Assert.InRange(Trials(journal).Count, 1, (share + 0.05) * 1_000);
    }

    [Fact]
    public async Task A_search_without_tuning_makes_no_trial()
    {
        var journal = await SearchAsync([], options: Options() with { Tuning = null });

        Assert.Empty(Trials(journal));
    }

    [Fact]
    public async Task A_trial_that_was_changed_is_found_out()
    {
        var journal = await SearchAsync([]);
        var trial = Trials(journal)[20];
        var changed = trial with { Proposal = trial.Proposal with { Body = new("{ return 12345; }") } };

        var result = await ReplayAsync([.. journal.Select(entry => ReferenceEquals(entry, trial) ? changed : entry)], new AskedAgain(new Adder()));

        Assert.StartsWith($"Sample {trial.Id}: line 1 of its body: recorded `{{ return 12345; }}`", result.Difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Beside_a_language_model_it_comes_out_the_same_also_after_kills(bool isMix)
    {
        IReadOnlyList<JournalEntry> journal = [];
        foreach (var lines in new[] { 30, 90, 200, int.MaxValue })
        {
            journal = [.. (await SearchAsync(journal, TalkingModel.Proposer(isMix ? new Adder() : null))).Take(lines)];
        }

        var result = await ReplayAsync(journal, TalkingModel.Author(isMix ? new Adder() : null));

        Assert.Null(result.Difference);
        Assert.Equal(Samples, result.Samples);
        Assert.NotEmpty(Trials(journal));
    }

    [Fact]
    public async Task Beside_a_language_model_four_trials_at_most_are_under_way_and_they_hold_no_answer_up()
    {
        var journal = await SearchAsync([], TalkingModel.Proposer());

        var (underWay, most) = (new HashSet<long>(), 0);
        var trials = Trials(journal).Select(trial => trial.Id).ToHashSet();
        foreach (var entry in journal)
        {
            _ = entry switch
            {
                JournalEntry.Proposed proposed when trials.Contains(proposed.Id) => underWay.Add(proposed.Id),
                JournalEntry.Settled settled => underWay.Remove(settled.Id),
                _ => false,
            };
            most = Math.Max(most, underWay.Count);
        }

        Assert.InRange(most, 1, 4);
        Assert.InRange(Trials(journal).Count, 10, Samples - 20);
    }

    private static SearchOptions Options(double share = 0.5) =>
        LoopFixture.Options() with { Tuning = new TuningOptions { Trials = 12, Patience = 5, Share = share } };

    private static List<JournalEntry.Proposed> Trials(IEnumerable<JournalEntry> journal) =>
        [.. journal.OfType<JournalEntry.Proposed>().Where(entry => entry.Proposal.IsTrial)];

    private static async Task<IReadOnlyList<JournalEntry>> SearchAsync(
        IEnumerable<JournalEntry> past, IProposer? proposer = null, SearchOptions? options = null, int samples = Samples)
    {
        var journal = new Memory(past);
        await new SearchLoop(LoopFixture.Specification, options ?? Options(), proposer ?? new Adder(), Tuning.Numbers.Tune, new Scorer(slowness: 2), journal, TimeProvider.System)
            .RunAsync(new Budget { Samples = samples }, None);
        return journal.Entries;
    }

    private static async Task<ReplayResult> ReplayAsync(IReadOnlyList<JournalEntry> journal, IAuthor author) =>
        await new Replayer(LoopFixture.Specification, Options(), author, Tuning.Numbers.Tune, new Scorer(), new Memory(journal))
            .RunAsync(journal.OfType<JournalEntry.Verified>().OrderByDescending(entry => entry.Merit).FirstOrDefault()?.Id, None);
}
