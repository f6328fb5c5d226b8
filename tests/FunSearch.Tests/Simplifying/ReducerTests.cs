using FunSearch.Programs;
using FunSearch.Simplifying;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Proposers.Syntax;

namespace FunSearch.Tests.Simplifying;

[Collection(Processes.InTurn)]
public sealed class ReducerTests(Curve curve) : IClassFixture<Curve>
{
    private const string OfAModel = """
        {
            // Weighs everything twice, to be sure.
            double Gap(double x) => x - a;
            var gaps = new double[] { Gap(b), Gap(a) };
            double score = 0.0;
            for (int i = 0; i < gaps.Length; i++)
            {
                if (i == 0)
                {
                    score += gaps[i] * 2.0;
                }
                else
                {
                    score += gaps[i] * 0.0;
                }
            }

            int kind = n switch { < -5 => 2, > 100 => 1, _ => 0 };
            switch (kind)
            {
                case 2:
                    score += 100.25;
                    break;
                default:
                    break;
            }

            var unused = values.Select(x => x * 2).Where(x => x > 1).ToList();
            return unused.Count > 99 ? -score : score;
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ if (a > 1e9) { return b; } return a * 2; }", "{ return a * 2; }")]
    [InlineData("{ return a > -1 && b < 50 ? a * b : values[0]; }", "{ return a * b; }")]
    [InlineData("{ return a + 0.0001 * (n - n) + Math.Abs(b * b) - b * b; }", "{ return a; }")]
    [InlineData("{ var x = b * 3; double y = x + 1; y += x; return a - b; }", "{ return a - b; }")]
    [InlineData("{ double y = a - b; return y * n; }", "{ return (a - b) * n; }")]
    [InlineData("{ double s = 0; for (int i = 0; i < 3; i++) { s += 0; } foreach (var v in values) { s += v; } return s; }", "{ double s = 0; foreach (var v in values) { s += v; } return s; }")]
    [InlineData("{ while (n > 900) { n--; } return Math.Max(a, -7.25); }", "{ return a; }")]
    [InlineData("{ return n > 3 ? a : n > 1 ? a : b; }", "{ return n > 1 ? a : b; }")]
    [InlineData("{ if (n > 3) { return a; } if (n == 1) { return a; } return b; }", "{ if (n > 3 || n == 1) { return a; } return b; }")]
    [InlineData("{ if (n > 1) { return a; } else { return b; } }", "{ if (n > 1) { return a; } return b; }")]
    [InlineData("{ return a > 2.5193 ? b : 0; }", "{ return a > 2 ? b : 0; }")]
    [InlineData("{ return n switch { 1 => b, 99 => 3.5, _ => a }; }", "{ return n switch { 1 => b, _ => a }; }")]
    [InlineData(OfAModel, "{ return (b - a) * 2; }")]
    public async Task What_its_scores_do_not_need_is_left_out(string body, string expected)
    {
        var reduced = await curve.ReduceAsync(body);

        Assert.True(new Body(expected).Equals(reduced.Body), reduced.Body.Text);
        Assert.True(reduced.After.IsShorterThan(reduced.Before));
        Assert.False(reduced.IsInterrupted);
    }

    [Theory]
    [InlineData("{ return a - b; }")]
    [InlineData("{\n  // As short as it gets.\n  return values.Max() * b;\n}")]
    public async Task A_program_of_which_nothing_can_go_stays_as_it_was_written(string body)
    {
        var reduced = await curve.ReduceAsync(body);

        Assert.Equal(body, reduced.Body.Text);
        Assert.Equal((0, reduced.Before), (reduced.Accepted, reduced.After));
    }

    [Fact]
    public async Task Whatever_was_bred_keeps_every_score_and_what_was_simplified_once_stays_as_it_is()
    {
        var breeding = new Breeding("double", "double a; double b; int n; double[] values", "{ return a; }", OfAModel);
        var children = (await breeding.ChainAsync(120, seed: 5)).Select(child => child.Child.Body!).Where((_, index) => index % 12 == 11);

        var simplified = 0;
        foreach (var body in children)
        {
            // Not everything that is bred scores.
            if (await curve.RunAsync(body, Split.Train, Cancellation) is not Outcome.Scored || await curve.RunAsync(body, Split.Validation, Cancellation) is not Outcome.Scored)
            {
                continue;
            }

            simplified++;
            var scores = await ScoresAsync(body);
            var once = await curve.ReduceAsync(body);
            var twice = await curve.ReduceAsync(once.Body);

            Assert.Equal(scores, await ScoresAsync(once.Body));
            Assert.False(once.Before.IsShorterThan(once.After), once.Body.Text);
            Assert.Equal((0, once.Body.Text), (twice.Accepted, twice.Body.Text));
        }

        Assert.True(simplified > 1);
    }

    [Fact]
    public async Task The_result_does_not_hang_on_how_many_candidates_are_run_at_once()
    {
        var alone = await curve.ReduceAsync(OfAModel, atOnce: 1);
        var together = await curve.ReduceAsync(OfAModel, atOnce: 2);
        var crowded = await curve.ReduceAsync(OfAModel, atOnce: 7);

        Assert.Equal(alone, together);
        Assert.Equal(alone, crowded);
    }

    [Theory]
    [InlineData(0, "{ return a + b * 0.25; }")]
    [InlineData(1, "{ return a; }")]
    public async Task A_loss_buys_a_shorter_program_by_the_mean_of_each_split(double loss, string expected)
    {
        var reduced = await curve.ReduceAsync("{ return a + b * 0.25; }", loss);

        Assert.Equal(new Body(expected), reduced.Body);
    }

    [Fact]
    public async Task Whoever_interrupts_it_has_the_shortest_program_so_far()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var body = new Body(OfAModel);
        var (standard, _) = await Standard.MeasureAsync(curve.RunAsync, body, [Split.Train, Split.Validation], loss: 0, Cancellation);
        var runs = 0;
        var (counting, _) = await Standard.MeasureAsync(
            (candidate, split, token) =>
            {
                if (Interlocked.Increment(ref runs) == 20)
                {
                    interrupt.Cancel();
                }

                return curve.RunAsync(candidate, split, token);
            },
            body, [Split.Train, Split.Validation], loss: 0, Cancellation);

        var reduced = await new Reducer(curve.Specification.Function, counting!, atOnce: 1).ReduceAsync(body, interrupt.Token);

        Assert.True(reduced.IsInterrupted);
        Assert.True(reduced.Accepted > 0 && reduced.After.IsShorterThan(reduced.Before));
        Assert.True(await standard!.IsKeptByAsync(reduced.Body, Cancellation));
    }

    [Fact]
    public async Task A_program_that_does_not_score_has_nothing_to_keep()
    {
        var (standard, shortfall) = await Standard.MeasureAsync(curve.RunAsync, new Body("{ return values[4]; }"), [Split.Train, Split.Validation], loss: 0, Cancellation);

        Assert.Null(standard);
        Assert.Equal((Split.Train, OutcomeKind.Crashed), (shortfall!.Split, shortfall.Outcome.Why));
    }

    private async Task<(Signature Train, Signature Validation)> ScoresAsync(Body body)
    {
        var train = Assert.IsType<Outcome.Scored>(await curve.RunAsync(body, Split.Train, Cancellation));
        var validation = Assert.IsType<Outcome.Scored>(await curve.RunAsync(body, Split.Validation, Cancellation));
        return (train.Signature, validation.Signature);
    }
}
