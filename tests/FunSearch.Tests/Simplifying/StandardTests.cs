using FunSearch.Programs;
using FunSearch.Simplifying;
using FunSearch.Specifications;

namespace FunSearch.Tests.Simplifying;

public sealed class StandardTests
{
    private static readonly Body Any = new("{ return 1; }");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, -10, -20, true)]
    [InlineData(0, -9, -20, false)]
    [InlineData(0, -10, -20.000001, false)]
    [InlineData(0, -20, -10, false)]
    [InlineData(0.5, -10, -20, true)]
    [InlineData(0.5, -10.5, -20.5, true)]
    [InlineData(0.5, -11, -20.25, false)]
    [InlineData(0.5, -1, -2, true)]
    public async Task Without_a_loss_every_score_counts_and_with_one_the_mean_which_may_get_better(double loss, double first, double second, bool isKept)
    {
        var standard = await MeasureAsync([Split.Train], loss, (_, _) => Scored(-10, -20));

        var allowed = standard.Allows(Split.Train, Scored(first, second));

        Assert.Equal(isKept, allowed);
    }

    [Fact]
    public async Task What_is_kept_on_train_must_be_kept_on_validation_too_and_nobody_looks_at_test()
    {
        var looked = new List<Split>();
        var isHeld = true;
        var standard = await MeasureAsync([Split.Test, Split.Validation, Split.Train], loss: 0, (_, split) =>
        {
            looked.Add(split);
            return split == Split.Validation && !isHeld ? Scored(3) : Scored(2);
        });

        isHeld = false;
        var isKept = await standard.IsKeptByAsync(Any, Cancellation);

        Assert.False(isKept);
        Assert.Equal([Split.Train, Split.Validation, Split.Train, Split.Validation], looked);
        Assert.True(standard.Allows(Split.Test, new Outcome.Failed(OutcomeKind.Crashed, "It does not count.")));
    }

    [Fact]
    public async Task Who_loses_on_train_is_not_run_on_validation()
    {
        var looked = new List<Split>();
        var score = 2;
        var standard = await MeasureAsync([Split.Train, Split.Validation], loss: 0, (_, split) =>
        {
            looked.Add(split);
            return Scored(score);
        });
        looked.Clear();

        score = 1;
        var isKept = await standard.IsKeptByAsync(Any, Cancellation);

        Assert.False(isKept);
        Assert.Equal([Split.Train], looked);
    }

    private static async Task<Standard> MeasureAsync(IEnumerable<Split> splits, double loss, Func<Body, Split, Outcome> run) =>
        (await Standard.MeasureAsync((body, split, _) => Task.FromResult(run(body, split)), Any, splits, loss, Cancellation)).Standard!;

    private static Outcome.Scored Scored(params double[] scores) => new(new Signature(scores));
}
