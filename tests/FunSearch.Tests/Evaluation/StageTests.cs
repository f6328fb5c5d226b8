using FunSearch.Evaluation;
using FunSearch.Programs;

namespace FunSearch.Tests.Evaluation;

public sealed class StageTests
{
    [Fact]
    public void The_cheapest_inputs_come_first_up_to_a_quarter_of_the_cost() =>
        Assert.Equal([3, 1, 5], Stage.FirstOf([100, 20, 100, 10, 100, 30, 60]));

    [Fact]
    public void Of_equal_cost_the_inputs_keep_their_order() => Assert.Equal([0, 1], Stage.FirstOf([.. Enumerable.Repeat(50L, 8)]));

    [Fact]
    public void An_input_that_the_function_is_never_called_for_costs_something_too() => Assert.Equal([0], Stage.FirstOf([0, 0, 0, 0]));

    [Theory]
    [InlineData(new long[] { })]
    [InlineData(new long[] { 7 })]
    [InlineData(new long[] { 1, 1_000 })]
    [InlineData(new long[] { 50, 50, 50 })]
    public void Where_no_input_is_cheap_there_is_one_stage(long[] costs) => Assert.Empty(Stage.FirstOf(costs));

    [Fact]
    public void The_bar_lies_three_spreads_below_the_best_mean_over_the_first_inputs()
    {
        // Means over inputs 0 and 2: -80, -14, -12, -12, -11, -10, -10, -10. Behind the best there are five, and their middle is 2 behind.
        var peers = new[] { -80.0, -14, -12, -12, -11, -10, -10, -10 }.Select(mean => new Signature([mean - 1, 1_000 * mean, mean + 1])).ToList();

        Assert.Equal(-16, Stage.Bar(peers, [0, 2]));
    }

    [Fact]
    public void The_order_of_the_peers_does_not_matter()
    {
        var peers = Enumerable.Range(0, 12).Select(number => new Signature([number * number % 13, number])).ToList();

        Assert.Equal(Stage.Bar(peers, [0]), Stage.Bar([.. peers.AsEnumerable().Reverse()], [0]));
    }

    [Fact]
    public void There_is_no_bar_where_little_is_known()
    {
        var peers = Enumerable.Range(0, 8).Select(number => new Signature([number, 5, (number - 4) / 4.0 * 1e308])).ToList();

        Assert.NotNull(Stage.Bar(peers, [0]));
        Assert.Null(Stage.Bar(peers, []));
        Assert.Null(Stage.Bar(peers[1..], [0]));
        Assert.Null(Stage.Bar(peers, [1]));
        Assert.Null(Stage.Bar(peers, [2]));
    }
}
