using FunSearch.Islands;
using FunSearch.Tests.Search;
using FunSearch.Tuning;

namespace FunSearch.Tests.Tuning;

public sealed class BurstsTests
{
    private static readonly IslandTicket First = new(0, 0);
    private static readonly IslandTicket Second = new(1, 0);

    private readonly Bursts _bursts = new(new TuningOptions { Patience = 3, Share = 0.25 }, Numbers.Tune);

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
        _bursts.Begin(First, Numbers.Of(1, value: 5));
        var random = new Random(1);

        var due = Enumerable.Range(0, 2_000).Count(_ => _bursts.IsDue(random));

        Assert.InRange(due, 430, 570);
    }

    [Fact]
    public void A_trial_tells_where_it_belongs_and_whose_numbers_it_changes()
    {
        _bursts.Begin(First, Numbers.Of(1, value: 5));
        _bursts.Begin(Second, Numbers.Of(2, value: 25));
        var random = new Random(1);

        var trials = Enumerable.Range(0, 100).Select(_ => _bursts.Draw(random)!.Value).ToList();

        Assert.Equal([First, Second], trials.Select(trial => trial.Ticket).Distinct().OrderBy(ticket => ticket.Island));
        Assert.All(trials, trial => Assert.Equal(trial.Ticket == First ? 1 : 2, trial.Parent.Id));
        Assert.All(trials, trial => Assert.InRange(LoopFixture.ValueOf(trial.Trial) - LoopFixture.ValueOf(trial.Parent.Body), -1, 3));
    }

    [Fact]
    public void A_draw_changes_nothing()
    {
        _bursts.Begin(First, Numbers.Of(1, value: 5));
        _bursts.Begin(Second, Numbers.Of(2, value: 25));

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
        _bursts.Begin(First, Numbers.Of(1, value: 5));

        _bursts.Begin(First, Numbers.Of(2, value: 17));

        Assert.False(_bursts.Any);
    }

    [Fact]
    public void What_is_tuned_ends_where_its_numbers_have_fallen_away()
    {
        _bursts.Begin(First, Numbers.Of(1, value: 5));

        _bursts.Settle(First, Numbers.Of(2, value: 27));

        Assert.False(_bursts.Any);
    }

    [Fact]
    public void Trials_settle_what_they_tuned_until_its_patience_is_gone()
    {
        _bursts.Begin(First, Numbers.Of(1, value: 5));

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
        _bursts.Begin(First, Numbers.Of(1, value: 5));

        _bursts.Begin(First, Numbers.Of(9, value: 8));

        Assert.Equal(9, _bursts.Draw(new Random(1))!.Value.Parent.Id);
    }

    [Fact]
    public void Islands_that_were_emptied_are_forgotten_and_their_late_trials_count_for_nobody()
    {
        _bursts.Begin(First, Numbers.Of(1, value: 5));
        _bursts.Begin(Second, Numbers.Of(2, value: 25));

        _bursts.Forget([0]);
        _bursts.Begin(First with { Epoch = 1 }, Numbers.Of(3, value: 1));
        _bursts.Settle(First, Numbers.Of(4, value: 6));

        var parents = Enumerable.Range(0, 50).Select(number => _bursts.Draw(new Random(number))!.Value.Parent.Id).Distinct().Order();
        Assert.Equal([2L, 3L], parents);
    }
}
