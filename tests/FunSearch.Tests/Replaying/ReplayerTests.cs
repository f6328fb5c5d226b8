using FunSearch.Accounts;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Replaying;
using FunSearch.Search;
using static FunSearch.Tests.Search.LoopFixture;

namespace FunSearch.Tests.Replaying;

public sealed class ReplayerTests
{
    private const int Samples = 300;

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_search_comes_out_the_same()
    {
        var journal = await SearchAsync(new Adder());

        var result = await ReplayAsync(journal);

        Assert.Null(result.Difference);
        Assert.Equal(Samples, result.Samples);
        Assert.Equal(Samples, result.Outcomes.Values.Sum());
        Assert.Equal(journal.OfType<JournalEntry.Reset>().Count(), result.Resets);
        Assert.True(result.Resets >= 1 && result.Registrations >= 60, $"{result}");
        Assert.Equal(0, result.RecordedAsIs);
    }

    [Fact]
    public async Task A_search_comes_out_the_same_however_far_it_came_and_wherever_it_was_killed()
    {
        var whole = await SearchAsync(new Adder());

        for (var lines = 0; lines < whole.Count; lines += 7)
        {
            var resumed = await SearchAsync(new Adder(), past: whole.Take(lines));

            Assert.Null((await ReplayAsync([.. whole.Take(lines)])).Difference);
            Assert.Null((await ReplayAsync(resumed)).Difference);
        }
    }

    [Fact]
    public async Task A_search_with_a_larger_budget_comes_out_the_same()
    {
        var part = await SearchAsync(new Adder(), samples: 100);
        var journal = await SearchAsync(new Adder(), past: part);

        Assert.Null((await ReplayAsync(journal)).Difference);
    }

    [Fact]
    public async Task A_models_search_comes_out_the_same_without_the_model()
    {
        var journal = await SearchAsync(TalkingModel.Proposer());

        var result = await ReplayAsync(journal, Model());

        Assert.Null(result.Difference);
        Assert.Equal(Samples, result.Samples);
        Assert.True(result.Resets > 0);
        Assert.NotEqual(journal.OfType<JournalEntry.Proposed>().Select(entry => entry.Prompt), journal.OfType<JournalEntry.Proposed>().Select(entry => entry.Prompt).Order());
    }

    [Fact]
    public async Task A_models_search_that_was_killed_again_and_again_comes_out_the_same()
    {
        IReadOnlyList<JournalEntry> journal = [];
        foreach (var lines in new[] { 1, 2, 30, 31, 90, 200, 333, 400 })
        {
            journal = [.. (await SearchAsync(TalkingModel.Proposer(), past: journal)).Take(lines)];
        }

        journal = await SearchAsync(TalkingModel.Proposer(), past: journal);

        Assert.Null((await ReplayAsync(journal, Model())).Difference);
        Assert.Equal(Samples + 1, journal.OfType<JournalEntry.Settled>().Count());
    }

    [Fact]
    public async Task A_search_of_a_model_and_the_embedded_proposer_that_was_killed_comes_out_the_same()
    {
        IReadOnlyList<JournalEntry> journal = [];
        foreach (var lines in new[] { 30, 90, 333 })
        {
            journal = [.. (await SearchAsync(TalkingModel.Proposer(new Adder()), past: journal)).Take(lines)];
        }

        journal = await SearchAsync(TalkingModel.Proposer(new Adder()), past: journal);

        Assert.Null((await ReplayAsync(journal, TalkingModel.Author(new Adder()))).Difference);
        Assert.Equal(["adder", "talking"], journal.OfType<JournalEntry.Proposed>().Where(entry => entry.Id > 0).Select(entry => entry.Proposal.Origin).Distinct().Order());
    }

    [Fact]
    public async Task A_repair_that_was_asked_for_is_asked_for_again()
    {
        var journal = await SearchAsync(TalkingModel.Proposer(), new Scorer { IsSlowToCompile = value => value % 7 == 0 });

        var result = await ReplayAsync(journal, Model());

        var repairs = journal.OfType<JournalEntry.Proposed>().Where(entry => entry.Proposal.Exchange is { Turn: 1 }).ToList();
        Assert.Null(result.Difference);
        Assert.NotEmpty(repairs);
        Assert.All(repairs, repair => Assert.StartsWith("It does not compile: The compiler was still working on it.", repair.Proposal.Exchange!.Prompt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_limit_struck_is_taken_as_recorded()
    {
        var journal = await SearchAsync(new Adder(), new Scorer { IsSlow = value => value % 7 == 0, IsSlowOnValidation = value => value % 5 == 0 });

        var result = await ReplayAsync(journal, scorer: new Scorer());

        Assert.Null(result.Difference);
        Assert.True(result.Outcomes[OutcomeKind.TimedOut] > 0);
        Assert.True(result.RecordedAsIs > result.Outcomes[OutcomeKind.TimedOut]);
    }

    [Fact]
    public async Task What_the_compilers_limit_struck_is_taken_as_recorded()
    {
        var journal = await SearchAsync(new Adder(), new Scorer { IsSlowToCompile = value => value % 7 == 0 });

        var result = await ReplayAsync(journal, scorer: new Scorer());

        Assert.Null(result.Difference);
        Assert.True(result.Outcomes[OutcomeKind.DoesNotCompile] > 0);
        Assert.Equal(result.Outcomes[OutcomeKind.DoesNotCompile], result.RecordedAsIs);
    }

    [Fact]
    public async Task What_a_limit_strikes_only_in_the_replay_is_taken_as_recorded()
    {
        var journal = await SearchAsync(new Adder());

        var result = await ReplayAsync(
            journal,
            scorer: new Scorer { IsSlow = value => value % 7 == 1, IsSlowToCompile = value => value % 7 == 2, IsSlowOnValidation = value => value % 7 == 3 });

        Assert.Null(result.Difference);
        Assert.Equal(Samples, result.Samples);
        Assert.True(result.RecordedAsIs > 0);
    }

    [Fact]
    public async Task What_a_limit_strikes_only_once_is_derived_all_the_same()
    {
        var journal = await SearchAsync(new Adder());
        var (run, validated) = (new HashSet<int>(), new HashSet<int>());

        var result = await ReplayAsync(journal, scorer: new Scorer { IsSlow = run.Add, IsSlowOnValidation = validated.Add });

        Assert.Null(result.Difference);
        Assert.Equal(0, result.RecordedAsIs);
    }

    [Fact]
    public async Task Another_machine_that_scores_otherwise_is_found_out_by_the_first_sample_that_differs()
    {
        var journal = await SearchAsync(new Adder());

        var result = await ReplayAsync(journal, scorer: new Scorer { Bonus = value => value == 9 ? 0.5 : 0 });

        var nine = journal.OfType<JournalEntry.Proposed>().First(entry => entry.Proposal.Body is { } body && ValueOf(body) == 9).Id;
        Assert.Equal($"Sample {nine}: recorded scored 6 on train; now 6.25 (input train[0]: 9 became 9.5).", result.Difference);
        Assert.Equal(nine - 1, result.Samples);
    }

    [Fact]
    public async Task Another_seed_is_another_search()
    {
        var journal = await SearchAsync(new Adder());

        var result = await ReplayAsync(journal, options: Options(seed: 2));

        Assert.StartsWith("Sample 1: ", result.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_with_a_line_changed_is_found_out_by_that_line()
    {
        var journal = await SearchAsync(new Adder());
        var settled = journal.OfType<JournalEntry.Settled>().Where(entry => entry.Outcome is Outcome.Scored).ElementAt(60);
        var failed = journal.OfType<JournalEntry.Settled>().Last(entry => entry.Outcome.Kind == OutcomeKind.NoCode);
        var duplicate = journal.OfType<JournalEntry.Settled>().Last(entry => entry.Outcome is Outcome.Duplicate { Of: > 1 });
        var proposed = journal.OfType<JournalEntry.Proposed>().Where(entry => entry.Proposal.Body is not null).ElementAt(120);
        var verified = journal.OfType<JournalEntry.Verified>().Last();
        var reset = journal.OfType<JournalEntry.Reset>().First();
        (JournalEntry Line, JournalEntry? Changed, string Says)[] changes =
        [
            (settled, settled with { Outcome = new Outcome.Scored(new Signature([1, 2])) }, $"Sample {settled.Id}: recorded scored 1.5 on train; now "),
            (settled, settled with { Outcome = new Outcome.Failed(OutcomeKind.Crashed, "Below zero.") }, $"Sample {settled.Id}: recorded crashed (Below zero); now scored "),
            (failed, failed with { Outcome = new Outcome.Duplicate(1) }, $"Sample {failed.Id}: recorded duplicate of sample 1; now no code (It thought of nothing)."),
            (duplicate, duplicate with { Outcome = new Outcome.Duplicate(0) }, $"Sample {duplicate.Id}: recorded duplicate of sample 0; now duplicate of sample "),
            (proposed, proposed with { Parents = [0, 1] }, $"Sample {proposed.Id}: recorded with the parents 0, 1; now with the parents "),
            (proposed, proposed with { Ticket = new IslandTicket(3, 99) }, $"Sample {proposed.Id}: recorded as drawn from island 3, epoch 99; now from island "),
            (proposed, proposed with { After = 7 }, $"Sample {proposed.Id}: recorded as drawn after 7 outcomes; now after {proposed.Prompt - 8}."),
            (proposed, proposed with { Proposal = new Proposal(new Body("{ return 12345; }"), "adder") }, $"Sample {proposed.Id}: line 1 of its body: recorded `{{ return 12345; }}`; now `{{ return "),
            (proposed, proposed with { Proposal = proposed.Proposal with { Origin = "nobody" } }, $"Sample {proposed.Id}: recorded as written by 'nobody'; now by 'adder'."),
            (proposed, null, $"Sample {proposed.Id + 1}: recorded where sample {proposed.Id} is due."),
            (verified, verified with { Train = verified.Train with { IsVerified = false } }, $"Sample {verified.Id}: in its verification on train, recorded not verified; now verified."),
            (verified, null, $"Sample {verified.Id}: recorded without a verification; now it is a new best and was verified."),
            (settled, null, $"recorded as drawn after {settled.Id} outcomes, of which there are {settled.Id - 1} so far."),
            (reset, reset with { Registrations = 1 }, "Reset 1: recorded after 1 registrations; now after "),
            (reset, reset with { Founders = new Dictionary<int, long> { [0] = 0 } }, "Reset 1: recorded with the founders 0 of island 0; now with the founders "),
            (reset, null, "now the reset after "),
        ];

        foreach (var (line, changed, says) in changes)
        {
            List<JournalEntry> tampered = [.. journal.SelectMany(entry => !ReferenceEquals(entry, line) ? [entry] : changed is null ? Array.Empty<JournalEntry>() : [changed])];

            var result = await ReplayAsync(tampered);

            Assert.Contains(says, result.Difference ?? "the same", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_models_answer_or_prompt_that_was_changed_is_found_out()
    {
        var journal = await SearchAsync(TalkingModel.Proposer());
        var proposed = journal.OfType<JournalEntry.Proposed>().Last(entry => entry.Proposal.Body is not null);
        var exchange = proposed.Proposal.Exchange!;
        (Proposal Changed, string Says)[] changes =
        [
            (proposed.Proposal with { Exchange = exchange with { Answer = "{ return 1234; }" } }, $"Sample {proposed.Id}: line "),
            (proposed.Proposal with { Exchange = exchange with { Answer = "No." } }, "now without code."),
            (proposed.Proposal with { Exchange = exchange with { Prompt = "Write a poem." } }, $"Sample {proposed.Id}: line 1 of its prompt: recorded `Write a poem.`; now `You improve "),
            (proposed.Proposal with { Exchange = null }, $"Sample {proposed.Id}: recorded without the model's answer"),
        ];

        foreach (var (changed, says) in changes)
        {
            var result = await ReplayAsync([.. journal.Select(entry => ReferenceEquals(entry, proposed) ? proposed with { Proposal = changed } : entry)], Model());

            Assert.Contains(says, result.Difference ?? "the same", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_model_whose_outcomes_changed_places_is_found_out()
    {
        var journal = await SearchAsync(TalkingModel.Proposer());
        var settled = journal.Index().Where(line => line.Item is JournalEntry.Settled { Outcome: Outcome.Scored }).ToList();
        var (first, second) = (settled[0], settled[^1]);
        List<JournalEntry> swapped = [.. journal];
        (swapped[first.Index], swapped[second.Index]) = (second.Item, first.Item);

        var result = await ReplayAsync(swapped, Model());

        Assert.Contains("recorded with an outcome, and proposed nowhere before it", result.Difference ?? "the same", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_champion_that_the_record_names_wrongly_is_found_out()
    {
        var journal = await SearchAsync(new Adder());

        var result = await ReplayAsync(journal, champion: 1);

        Assert.StartsWith("The champion: recorded sample 1; now sample ", result.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_best_that_was_verified_and_not_settled_is_the_records_champion_only_if_it_is_the_best()
    {
        var journal = await SearchAsync(new Adder());
        var last = journal.OfType<JournalEntry.Verified>().Last();
        List<JournalEntry> before = [.. journal.TakeWhile(entry => entry != last)];
        var better = last with { Validation = last.Validation! with { Outcome = new Outcome.Scored(new Signature([1e9])) } };
        var worse = last with { Validation = last.Validation! with { Outcome = new Outcome.Scored(new Signature([-1e9])) } };

        var honest = await ReplayAsync([.. before, better], champion: last.Id);
        var wrong = await ReplayAsync([.. before, worse], champion: last.Id);

        Assert.Null(honest.Difference);
        Assert.StartsWith($"The champion: recorded sample {last.Id}; now sample ", wrong.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_is_cancelled_ends_and_says_so()
    {
        var journal = await SearchAsync(new Adder());
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Replayer(Specification, Options(), new AskedAgain(new Adder()), tuner: null, new Scorer(), new Memory(journal)).RunAsync(null, cancellation.Token));
    }

    private static ReadAgain Model() => TalkingModel.Author();

    private static async Task<IReadOnlyList<JournalEntry>> SearchAsync(
        IProposer proposer, IEvaluator? scorer = null, int samples = Samples, IEnumerable<JournalEntry>? past = null)
    {
        var journal = new Memory(past ?? []);
        await new SearchLoop(Specification, Options(), proposer, tuner: null, scorer ?? new Scorer(slowness: 3), journal, TimeProvider.System)
            .RunAsync(new Budget { Samples = samples }, None);
        return journal.Entries;
    }

    /// <param name="champion">By default the one that the journal itself makes.</param>
    private static async Task<ReplayResult> ReplayAsync(
        IReadOnlyList<JournalEntry> journal, IAuthor? author = null, IEvaluator? scorer = null, SearchOptions? options = null, long? champion = null)
    {
        var best = journal.OfType<JournalEntry.Verified>().OrderByDescending(entry => entry.Merit).FirstOrDefault()?.Id;
        return await new Replayer(Specification, options ?? Options(), author ?? new AskedAgain(new Adder()), tuner: null, scorer ?? new Scorer(), new Memory(journal))
            .RunAsync(champion ?? best, None);
    }
}
