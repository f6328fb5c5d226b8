using FunSearch.App.Reports;
using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Tests.App.Reports;

public sealed class LineageReportTests
{
    private static readonly Measures Costs = new(Minimise: true, [Split.Train], []);

    [Fact]
    public void A_short_line_is_told_in_full()
    {
        Golden.Matches(Tell(Line(-200, -201, -198.5), inFull: false), "short");
    }

    [Fact]
    public void Of_a_long_line_the_steps_that_were_better_than_all_before_are_told_and_the_others_counted()
    {
        var scores = Enumerable.Range(0, 30).Select(step => step % 7 == 0 ? -200.0 + step : -201).Append(-180);

        Golden.Matches(Tell(Line([.. scores]), inFull: false), "long");
    }

    [Fact]
    public void Who_asks_for_it_gets_every_step()
    {
        var lines = Tell(Line([.. Enumerable.Repeat(-200.0, 40)]), inFull: true).TrimEnd().Split('\n');

        Assert.Equal(2 + 40, lines.Length);
        Assert.Equal("Line of descent: 39 steps from the first program", lines[0].TrimEnd());
    }

    [Fact]
    public void A_script_gets_every_step_in_the_users_sign_and_gains_that_are_better_when_higher()
    {
        var steps = new LineageReport(Line([.. Enumerable.Repeat(-200.0, 40), -198]), Costs, InFull: false).Json();

        Assert.Equal(41, steps.Count);
        Assert.Equal(new LineageStepJson(0, "specification", 200, null), steps[0]);
        Assert.Equal(new LineageStepJson(40, "add a term", 198, 2), steps[^1]);
    }

    [Fact]
    public void A_line_through_a_language_model_says_which_parent_it_follows()
    {
        LineageStep[] line = [.. Line(-200), new LineageStep(7, "small-model", IsEdit: false, Outcome: null)];

        Golden.Matches(Tell(line, inFull: false), "model");
    }

    private static string Tell(IReadOnlyList<LineageStep> steps, bool inFull) => Samples.Text(new LineageReport(steps, Costs, inFull).Render(), 80);

    private static LineageStep[] Line(params IReadOnlyList<double> scores) =>
    [
        .. scores.Select((score, id) => new LineageStep(
            id, id == 0 ? "specification" : "add a term", IsEdit: id > 0, new Outcome.Scored(new Signature([score])))),
    ];
}
