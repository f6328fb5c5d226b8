using System.Text;
using System.Xml.Linq;
using FunSearch.App;
using FunSearch.App.Comparisons;
using FunSearch.App.Reports;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Tests.App.Comparisons;

public sealed class ComparisonReportTests
{
    // Bins on train; validation, test and the figure follow them, with one champion that overfits.
    private static readonly Dictionary<string, double[]> Bins = new()
    {
        ["embedded"] = [205, 206, 205.5, 204, 206.5],
        ["hill <climbing>"] = [205.5, 206, 205, 207, 204.5],
        ["random & free"] = [212, 211, 212, 212, 210.5],
    };

    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public void A_comparison_is_told_in_tables_that_fit_the_terminal(int width)
    {
        var text = Samples.Text(Report(seeds: 5).Render(width), width);

        Golden.Matches(string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())), $"tables-{width}");
    }

    [Fact]
    public void Where_seeds_are_too_few_to_show_anything_that_is_said()
    {
        var text = Samples.Text(Report(seeds: 3).Render(200), 200);

        Assert.Contains("3 against 3 runs can never show a difference: the smallest p there is 0.1.", text, StringComparison.Ordinal);
        Assert.Contains("too few seeds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("worse", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_gets_every_number()
    {
        using var output = new StringWriter();
        new Terminal(output, TextWriter.Null, json: true).AnswerScript(Report(seeds: 5).Json("c.svg"));

        Golden.Matches(output.ToString(), "json");
    }

    [Fact]
    public void What_a_figure_should_be_is_told_by_the_champions_or_not_at_all()
    {
        var report = Report(seeds: 5);
        var table = report.Tables().Single(table => table.Measure.Key == "excess_percent/L1");
        Assert.Equal(Direction.Lower, table.Measure.Better);

        // The same score with another figure says nothing; two that speak against each other say nothing either.
        var odd = report with { Finished = [.. report.Finished, Leg(report.Plan.Legs[0], 500, excess: -3)] };

        Assert.Equal(Direction.Unknown, odd.Tables().Single(each => each.Measure.Key == "excess_percent/L1").Measure.Better);
    }

    [Fact]
    public void The_chart_is_well_formed_and_names_every_setting()
    {
        var picture = XDocument.Parse(Encoding.UTF8.GetString(Report(seeds: 5).Chart().Svg()));

        var texts = picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.Equal("svg", picture.Root!.Name.LocalName);
        Assert.All([.. Bins.Keys, "warehouse:large: best training score so far", "samples", "working time, seconds", "mean training score"],
            text => Assert.Contains(text, texts));
        Assert.DoesNotContain("NaN", picture.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_runs_that_found_nothing_is_drawn_all_the_same()
    {
        var report = Report(seeds: 1);
        var flat = report with { Finished = [.. report.Finished.Select(leg => leg with { Milestones = [new Milestone(0, TimeSpan.Zero, -212)] })] };

        Assert.DoesNotContain("NaN", Encoding.UTF8.GetString(flat.Chart().Svg()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("budget")]
    [InlineData("proposer")]
    [InlineData("part of the search that is left out")]
    [InlineData("specification")]
    [InlineData("program to begin with")]
    [InlineData("set of data")]
    public void Another_run_under_a_name_of_ours_is_not_taken_for_it(string what)
    {
        var planned = Samples.Configuration;
        var stored = what switch
        {
            "budget" => planned with { Budget = new() { Samples = 7 } },
            "proposer" => planned with { Proposer = "random" },
            "specification" => planned with { SpecificationHash = "bb" },
            "program to begin with" => planned with { From = new StartingProgram("old.cs", "{ return 1; }") },
            "set of data" => planned with { Data = new UserData(new Dictionary<Split, string>(), [60, 20, 20]) },
            _ => planned with { CutShort = false },
        };

        var refusal = Assert.Throws<CommandException>(() => SameRun.Require(planned, stored, "/store.db"));

        Assert.Contains($"it has another {what} than this comparison. Give the comparison a name of its own (--name)", refusal.Message, StringComparison.Ordinal);
        SameRun.Require(planned, planned with { Version = "9", Walls = "none", First = [1], Data = null }, "/store.db");
    }

    private static ComparisonReport Report(int seeds)
    {
        var settings = Bins.Keys.Select(name => new Setting(name, request => request)).ToList();
        var common = new SearchRequest("warehouse:large") { Budget = new() { Samples = 500 } };
        var plan = new ComparisonPlan("compare-warehouse", settings, [.. Enumerable.Range(1, seeds).Select(seed => (long)seed)], common);
        var lost = plan.Legs.First(leg => leg.Setting == settings[1] && leg.Seed == seeds);
        var unfinished = seeds > 3 ? [new UnfinishedLeg(lost, "The server is gone.")] : Array.Empty<UnfinishedLeg>();
        return new ComparisonReport(
            plan,
            "warehouse:large",
            Samples.Specification.Measures,
            [.. plan.Legs.Where(leg => unfinished.Length == 0 || leg != lost).Select(leg => Leg(leg, Bins[leg.Setting.Name][leg.Seed - 1]))],
            unfinished,
            "/home/me/.funsearch/store.db");
    }

    private static FinishedLeg Leg(Leg leg, double bins, double? excess = null)
    {
        var test = bins + (bins == 204 ? 3 : 1);
        var signature = new Signature([-bins]);
        var program = new ScoredProgram(100 + leg.Seed, new Body("{ return 1; }"), signature);
        var champion = new Champion(program, Examined(bins), Examined(bins + 0.5));
        var best = Contender.Best(champion);
        var summary = new RunSummary(
            Samples.Configuration, RunState.Finished, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(10 + leg.Seed), 500, new Dictionary<OutcomeKind, long>(), champion, Accounts.Spending.None, 0);
        return new FinishedLeg(
            leg,
            summary,
            [new(0, TimeSpan.FromSeconds(1), -400), new(40 * leg.Seed, TimeSpan.FromSeconds(2 + leg.Seed), -214), new(300, TimeSpan.FromSeconds(8), -bins)],
            best with
            {
                Splits = new Dictionary<Split, Examination>(best.Splits)
                {
                    [Split.Test] = Samples.Examine(["L1/a", "L2/a"], [-test, -test - 100], new() { ["L1"] = excess ?? ((test - 200) / 2), ["L2"] = (test - 199) / 3 }),
                },
            });
    }

    private static Examination Examined(double bins) => Samples.Examine(["a"], [-bins], new() { ["a"] = bins / 100 });
}
