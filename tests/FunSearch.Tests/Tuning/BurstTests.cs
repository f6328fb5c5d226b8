using FunSearch.Islands;
using FunSearch.Tuning;

namespace FunSearch.Tests.Tuning;

public sealed class BurstTests
{
    private static readonly TuningOptions Options = new() { Trials = 10, Patience = 4 };

    private readonly Burst _burst = new(new IslandTicket(0, 0), Numbers.Of(1, value: 5), Options) { IsOfBest = true };

    [Fact]
    public void A_better_program_is_the_next_incumbent_and_a_worse_one_is_not()
    {
        _burst.Settle(Numbers.Of(2, value: 7));
        _burst.Settle(Numbers.Of(3, value: 6));

        Assert.Equal(2, _burst.Incumbent.Id);
    }

    [Fact]
    public void Of_equals_the_latest_is_the_incumbent_so_that_trials_wander_over_a_plateau()
    {
        _burst.Settle(Numbers.Of(2, value: 7));
        _burst.Settle(Numbers.Of(3, value: 7));

        Assert.Equal(3, _burst.Incumbent.Id);
    }

    [Fact]
    public void Patience_ends_it_and_neither_equals_nor_failures_prolong_it()
    {
        foreach (var trial in new[] { Numbers.Of(2, value: 5), null, Numbers.Of(4, value: 1) })
        {
            _burst.Settle(trial);
            Assert.False(_burst.IsOver);
        }

        _burst.Settle(Numbers.Of(5, value: 5));

        Assert.True(_burst.IsOver);
    }

    [Fact]
    public void A_better_program_gives_it_all_its_patience_again()
    {
        foreach (var value in new[] { 1, 1, 1, 6, 1, 1, 1 })
        {
            _burst.Settle(Numbers.Of(2, value));
        }

        Assert.False(_burst.IsOver);
    }

    [Fact]
    public void It_makes_no_more_trials_than_it_may_however_well_they_go()
    {
        for (var value = 6; value < 15; value++)
        {
            _burst.Settle(Numbers.Of(value, value));
        }

        Assert.False(_burst.IsOver);
        _burst.Settle(Numbers.Of(15, value: 15));

        Assert.True(_burst.IsOver);
        Assert.Equal(15, _burst.Incumbent.Score);
    }

    [Fact]
    public void Numbers_that_make_no_tuning_are_told()
    {
        Assert.Empty(new TuningOptions().Violations());
        Assert.Equal(2, new TuningOptions { Trials = 0, Share = 1.5 }.Violations().Count());
        Assert.Single(new TuningOptions { Share = double.NaN }.Violations());
    }
}
