using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Search;
using static FunSearch.Tests.Search.LoopFixture;

namespace FunSearch.Tests.Search;

public sealed class SearchLoopTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_search_killed_after_any_line_of_its_journal_goes_on_as_if_it_had_not_been()
    {
        var whole = await RunAsync([], samples: 150);

        for (var lines = 0; lines < whole.Count; lines++)
        {
            var resumed = await RunAsync(whole.Take(lines), samples: 150);

            Assert.Equal(Story.Of(whole), Story.Of(resumed));
        }
    }

    [Fact]
    public async Task A_search_whose_journal_dies_at_any_line_leaves_a_journal_that_leads_to_the_same_end()
    {
        var whole = await RunAsync([], samples: 60);

        for (var lines = 0; lines < whole.Count; lines++)
        {
            var broken = new Memory([]) { DiesAfter = lines };
            await Assert.ThrowsAsync<StoreException>(() => Loop(broken).RunAsync(new Budget { Samples = 60 }, None));
            var resumed = await RunAsync(broken.Entries, samples: 60);

            Assert.Equal(Story.Of(whole), Story.Of(resumed));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(120)]
    public async Task A_larger_budget_goes_on_as_if_the_smaller_one_had_never_been(int first)
    {
        var whole = await RunAsync([], samples: 200);

        var part = await RunAsync([], samples: first);
        var resumed = await RunAsync(part, samples: 200);

        Assert.Equal(Story.OfOutcomes(whole), Story.OfOutcomes(resumed));
        Assert.Equal(Story.Of(whole), Story.Of(resumed));
    }

    [Fact]
    public async Task The_order_in_which_evaluations_end_changes_nothing()
    {
        var quick = await RunAsync([], samples: 200);
        var slow = await RunAsync([], samples: 200, slowness: 50);

        Assert.Equal(Story.Of(quick), Story.Of(slow));
    }

    [Fact]
    public async Task Another_seed_is_another_search()
    {
        var one = await RunAsync([], samples: 50);
        var other = await RunAsync([], samples: 50, seed: 2);

        Assert.NotEqual(Story.Of(one), Story.Of(other));
    }

    [Fact]
    public async Task The_proposer_hears_the_same_reports_after_a_resume()
    {
        var whole = new Adder();
        var journal = new Memory([]);
        await Loop(journal, whole).RunAsync(new Budget { Samples = 100 }, None);

        var resumed = new Adder();
        await Loop(new Memory(journal.Entries.Take(130)), resumed).RunAsync(new Budget { Samples = 100 }, None);

        Assert.Equal(whole.Reports, resumed.Reports);
    }

    [Fact]
    public async Task A_budget_of_samples_is_met_exactly_and_counts_every_outcome()
    {
        var loop = Loop(new Memory([]));

        var reason = await loop.RunAsync(new Budget { Samples = 77 }, None);

        Assert.Equal(StopReason.Samples, reason);
        Assert.Equal(77, loop.Progress!.Samples);
        Assert.Equal(77, loop.Progress.Outcomes.Values.Sum());
        Assert.True(loop.Progress.Outcomes[OutcomeKind.NoCode] > 0);
        Assert.True(loop.Progress.Outcomes[OutcomeKind.Duplicate] > 0);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(150)]
    public async Task Each_prompt_is_drawn_after_the_outcome_a_window_before_it_also_when_the_search_goes_on(int first)
    {
        var journal = await RunAsync(await RunAsync([], samples: first), samples: 200);

        Assert.All(
            journal.OfType<JournalEntry.Proposed>().Skip(1),
            proposed => Assert.Equal(Math.Max(0, proposed.Prompt - Options().Window), proposed.After));
    }

    [Fact]
    public async Task Equal_bodies_are_evaluated_once()
    {
        var scorer = new Scorer();
        var journal = new Memory([]);

        await Loop(journal, scorer: scorer).RunAsync(new Budget { Samples = 200 }, None);

        var bodies = journal.Entries.OfType<JournalEntry.Proposed>().Select(entry => entry.Proposal.Body).OfType<Body>().Distinct().Count();
        Assert.Equal(bodies, scorer.Evaluations);
    }

    [Fact]
    public async Task A_program_whose_claim_does_not_hold_is_a_wrong_result_and_no_parent()
    {
        var journal = new Memory([]);
        var scorer = new Scorer { Lies = value => value == 9 };

        await Loop(journal, scorer: scorer).RunAsync(new Budget { Samples = 300 }, None);

        var liars = journal.Entries.OfType<JournalEntry.Proposed>().Where(entry => entry.Proposal.Body is { } body && ValueOf(body) == 9).Select(entry => entry.Id).ToList();
        Assert.NotEmpty(liars);
        Assert.Equal(OutcomeKind.WrongResult, journal.Entries.OfType<JournalEntry.Settled>().Single(entry => entry.Id == liars[0]).Outcome.Kind);
        Assert.DoesNotContain(journal.Entries.OfType<JournalEntry.Proposed>(), entry => entry.Parents.Contains(liars[0]));
    }

    [Fact]
    public async Task A_program_that_lies_on_validation_is_a_wrong_result_too()
    {
        var journal = new Memory([]);

        await Loop(journal, scorer: new Scorer { LiesOnValidation = value => value > 20 }).RunAsync(new Budget { Samples = 200 }, None);

        var bodies = journal.Entries.OfType<JournalEntry.Proposed>().ToDictionary(entry => entry.Id, entry => entry.Proposal.Body);
        var scored = journal.Entries.OfType<JournalEntry.Settled>().Where(entry => entry.Outcome is Outcome.Scored).Select(entry => ValueOf(bodies[entry.Id]!)).ToList();
        Assert.Contains(journal.Entries.OfType<JournalEntry.Settled>(), entry => entry.Outcome.Kind == OutcomeKind.WrongResult);
        Assert.True(scored.Max() <= 20);
    }

    [Fact]
    public async Task A_program_too_slow_on_validation_may_be_a_parent_and_never_champion()
    {
        var loop = Loop(new Memory([]), scorer: new Scorer { IsSlowOnValidation = value => value > 20 });

        await loop.RunAsync(new Budget { Samples = 300 }, None);

        Assert.InRange(ValueOf(loop.Progress!.Champion!.Program.Body), 2, 20);
        Assert.True(loop.Progress.Islands.Max(island => island.Best) > 20);
    }

    [Fact]
    public async Task A_verification_that_the_journal_recalls_is_compared_with_the_second_run()
    {
        var whole = await RunAsync([], samples: 40);
        var verified = whole.OfType<JournalEntry.Verified>().Last();
        var killed = whole.TakeWhile(entry => entry is not JournalEntry.Settled settled || settled.Id != verified.Id).ToList();
        var forged = killed.Select(entry => entry == verified
            ? verified with { Train = verified.Train with { Outcome = new Outcome.Scored(new Signature([1e9, 1e9])) } }
            : entry);

        var resumed = await RunAsync(forged, samples: 40);

        Assert.Equal(OutcomeKind.Inconsistent, resumed.OfType<JournalEntry.Settled>().Single(entry => entry.Id == verified.Id).Outcome.Kind);
    }

    [Fact]
    public void Options_that_make_no_search_are_told_all_at_once()
    {
        var options = new SearchOptions { Seed = 1, Window = 0, Islands = new FunSearch.Islands.IslandOptions { Islands = 0 } };

        var violations = options.Violations().ToList();

        Assert.Equal(2, violations.Count);
        Assert.StartsWith("Window is 0. It must be at least 1", violations[0], StringComparison.Ordinal);
        Assert.StartsWith("Islands is 0. It must be at least 1", violations[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_picks_the_champion_even_when_training_scores_go_on_rising()
    {
        var loop = Loop(new Memory([]));

        await loop.RunAsync(new Budget { Samples = 2_000 }, None);

        var champion = ValueOf(loop.Progress!.Champion!.Program.Body);
        var best = loop.Progress.Islands.Max(island => island.Best);
        Assert.InRange(champion, 145, 155);
        Assert.True(best > loop.Progress.Champion.Program.Score);
    }

    [Fact]
    public async Task A_target_ends_the_search()
    {
        var loop = Loop(new Memory([]));

        var reason = await loop.RunAsync(new Budget { Target = 20, Samples = 100_000 }, None);

        Assert.Equal(StopReason.Target, reason);
        Assert.True(loop.Progress!.Champion!.Program.Score >= 20);
    }

    [Fact]
    public async Task A_proposer_with_nothing_more_to_say_ends_the_search()
    {
        var loop = Loop(new Memory([]), new Adder { Prompts = 12 });

        var reason = await loop.RunAsync(new Budget(), None);

        Assert.Equal(StopReason.ProposerIsDone, reason);
        Assert.Equal(12, loop.Progress!.Samples);
    }

    [Fact]
    public async Task A_cancelled_search_says_so_and_can_go_on()
    {
        var whole = await RunAsync([], samples: 100);
        var journal = new Memory([]);
        using var cancellation = new CancellationTokenSource();
        var loop = new SearchLoop(LoopFixture.Specification, Options(), new Adder(), tuner: null, new Cancelling(cancellation, after: 15), journal, TimeProvider.System);

        var reason = await loop.RunAsync(new Budget { Samples = 100 }, cancellation.Token);
        var resumed = await RunAsync(journal.Entries, samples: 100);

        Assert.Equal(StopReason.Interrupted, reason);
        Assert.Equal(Story.Of(whole), Story.Of(resumed));
    }

    [Fact]
    public async Task A_proposer_that_answers_when_it_pleases_is_settled_as_it_answers_and_loses_nothing_in_a_kill()
    {
        var journal = new Memory([]);
        await Loop(journal, new Adder { IsDeterministic = false }).RunAsync(new Budget { Samples = 100 }, None);

        foreach (var lines in new[] { 1, 5, 40, 111, journal.Entries.Count })
        {
            var resumed = new Memory(journal.Entries.Take(lines));
            var loop = Loop(resumed, new Adder { IsDeterministic = false });
            await loop.RunAsync(new Budget { Samples = 100 }, None);

            Assert.Equal(100, loop.Progress!.Samples);
            Assert.Equal(Enumerable.Range(0, 101).Select(id => (long)id), resumed.Entries.OfType<JournalEntry.Settled>().Select(entry => entry.Id).Order());
        }
    }

    [Fact]
    public async Task A_first_program_that_fails_is_a_mistake_of_the_specification()
    {
        var specification = LoopFixture.Specification with { FirstBody = new Body("{ return -1; }") };
        var loop = new SearchLoop(specification, Options(), new Adder(), tuner: null, new Scorer(), new Memory([]), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<FunSearch.Specifications.SpecificationException>(() => loop.RunAsync(new Budget { Samples = 10 }, None));

        Assert.Contains("The first program, a body of Number (specification), does not score: Below zero.", failure.Message, StringComparison.Ordinal);
    }

    private static SearchLoop Loop(IJournal journal, IProposer? proposer = null, IEvaluator? scorer = null, long seed = 1) =>
        new(LoopFixture.Specification, Options(seed), proposer ?? new Adder(), tuner: null, scorer ?? new Scorer(), journal, TimeProvider.System);

    private static async Task<IReadOnlyList<JournalEntry>> RunAsync(IEnumerable<JournalEntry> past, int samples, int slowness = 0, long seed = 1)
    {
        var journal = new Memory(past);
        await Loop(journal, scorer: new Scorer(slowness), seed: seed).RunAsync(new Budget { Samples = samples }, None);
        return journal.Entries;
    }

    /// <summary>Pulls the plug in the middle of an evaluation.</summary>
    private sealed class Cancelling(CancellationTokenSource source, int after) : IEvaluator
    {
        private readonly Scorer _scorer = new();

        public IReadOnlyDictionary<FunSearch.Specifications.Split, IReadOnlyList<string>> Inputs => _scorer.Inputs;

        public async Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken)
        {
            if (_scorer.Evaluations >= after)
            {
                await source.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await _scorer.EvaluateAsync(body, rivals, cancellationToken);
        }

        public Task<Examination> ExamineAsync(Subject subject, FunSearch.Specifications.Split split, CancellationToken cancellationToken) =>
            _scorer.ExamineAsync(subject, split, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
