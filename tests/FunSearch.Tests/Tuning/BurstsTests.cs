using FunSearch.Islands;
using FunSearch.Tests.Search;
using FunSearch.Tuning;

namespace FunSearch.Tests.Tuning;

public sealed class BurstsTests
{
    private static readonly IslandTicket First = new(0, 0);
    private static readonly IslandTicket Second = new(1, 0);

    private readonly Bursts _bursts = new(new TuningOptions { Patience = 3, PatienceWithOthers = 2, Share = 0.25 }, Numbers.Tune);

    [Fact]
    public void Nothing_is_due_while_there_is_nothing_to_tune()
    {
        Assert.False(_bursts.Any);
        Assert.False(_bursts.IsDue(new Random(1)));
        Assert.Null(_bursts.Draw(new Random(1)));
    }

    [Fact]
    public void While_there_is_something_to_tune_its_share_is_due()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);
        var random = new Random(1);

        var due = Enumerable.Range(0, 2_000).Count(_ => _bursts.IsDue(random));

        Assert.InRange(due, 430, 570);
    }

    [Fact]
    public void A_trial_tells_where_it_belongs_and_whose_numbers_it_changes()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);
        _bursts.Offer(Second, Numbers.Of(2, value: 25), isBest: true);
        var random = new Random(1);

        var trials = Enumerable.Range(0, 100).Select(_ => _bursts.Draw(random)!.Value).ToList();

        Assert.Equal([First, Second], trials.Select(trial => trial.Ticket).Distinct().OrderBy(ticket => ticket.Island));
        Assert.All(trials, trial => Assert.Equal(trial.Ticket == First ? 1 : 2, trial.Parent.Id));
        Assert.All(trials, trial => Assert.InRange(LoopFixture.ValueOf(trial.Trial) - LoopFixture.ValueOf(trial.Parent.Body), -1, 3));
    }

    [Fact]
    public void A_draw_changes_nothing()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);
        _bursts.Offer(Second, Numbers.Of(2, value: 25), isBest: true);

        var once = _bursts.Draw(new Random(3));
        for (var number = 0; number < 100; number++)
        {
            _bursts.Draw(new Random(number));
        }

        Assert.Equal(once, _bursts.Draw(new Random(3)));
    }

    [Fact]
    public void A_program_without_a_number_to_tune_is_not_tuned_and_ends_what_was_tuned_before_it()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);

        _bursts.Offer(First, Numbers.Of(2, value: 17), isBest: true);

        Assert.False(_bursts.Any);
    }

    [Fact]
    public void What_is_tuned_ends_where_its_numbers_have_fallen_away()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5, form: "long"), isBest: true);

        _bursts.Settle(First, Numbers.Of(2, value: 27));

        Assert.False(_bursts.Any);
    }

    [Fact]
    public void Trials_settle_what_they_tuned_until_its_patience_is_gone()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);

        _bursts.Settle(First, Numbers.Of(2, value: 6));
        Assert.Equal(2, _bursts.Draw(new Random(1))!.Value.Parent.Id);
        _bursts.Settle(First, null);
        _bursts.Settle(First, null);
        Assert.True(_bursts.Any);
        _bursts.Settle(First, null);

        Assert.False(_bursts.Any);
    }

    [Fact]
    public void A_new_best_of_the_island_takes_the_place_of_what_was_tuned_there()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);

        _bursts.Offer(First, Numbers.Of(9, value: 8), isBest: true);

        Assert.Equal(9, _bursts.Draw(new Random(1))!.Value.Parent.Id);
    }

    [Fact]
    public void Islands_that_were_emptied_are_forgotten_and_their_late_trials_count_for_nobody()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: true);
        _bursts.Offer(Second, Numbers.Of(2, value: 25), isBest: true);

        _bursts.Forget([0]);
        _bursts.Offer(First with { Epoch = 1 }, Numbers.Of(3, value: 1), isBest: true);
        _bursts.Settle(First, Numbers.Of(4, value: 6));

        var parents = Enumerable.Range(0, 50).Select(number => _bursts.Draw(new Random(number))!.Value.Parent.Id).Distinct().Order();
        Assert.Equal([2L, 3L], parents);
    }

    [Fact]
    public void What_is_offered_waits_for_what_is_tuned_and_the_best_of_those_that_wait_is_next()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 30), isBest: true);
        _bursts.Offer(First, Numbers.Of(2, value: 5, form: "a"), isBest: false);
        _bursts.Offer(First, Numbers.Of(3, value: 8, form: "b"), isBest: false);
        _bursts.Offer(First, Numbers.Of(4, value: 6, form: "c"), isBest: false);
        Assert.Equal(1, _bursts.IncumbentOf(First)!.Id);

        Fail(First, times: 3);

        Assert.Equal(3, _bursts.IncumbentOf(First)!.Id);
    }

    [Fact]
    public void What_is_offered_has_less_patience_until_it_becomes_the_best()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: false);
        Fail(First, times: 2);
        Assert.False(_bursts.Any);

        _bursts.Offer(First, Numbers.Of(2, value: 5, form: "other"), isBest: false);
        var better = Numbers.Of(3, value: 9, form: "other");
        _bursts.Settle(First, better);
        _bursts.Offer(First, better, isBest: true);
        Fail(First, times: 2);
        Assert.True(_bursts.Any);
        Fail(First, times: 1);
        Assert.False(_bursts.Any);
    }

    [Fact]
    public void A_form_is_tuned_once_in_an_islands_life_unless_it_becomes_the_best()
    {
        _bursts.Offer(First, Numbers.Of(1, value: 5), isBest: false);
        Fail(First, times: 2);

        _bursts.Offer(First, Numbers.Of(2, value: 6), isBest: false);
        Assert.False(_bursts.Any);
        _bursts.Offer(Second, Numbers.Of(3, value: 6), isBest: false);
        Assert.True(_bursts.Any);
        _bursts.Offer(First, Numbers.Of(4, value: 8), isBest: true);
        Assert.Equal(4, _bursts.IncumbentOf(First)!.Id);

        _bursts.Forget([0]);
        _bursts.Offer(First with { Epoch = 1 }, Numbers.Of(5, value: 6), isBest: false);
        Assert.Equal(5, _bursts.IncumbentOf(First with { Epoch = 1 })!.Id);
    }

    private void Fail(IslandTicket ticket, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _bursts.Settle(ticket, null);
        }
    }
}
