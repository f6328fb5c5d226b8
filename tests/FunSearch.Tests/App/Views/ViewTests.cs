using FunSearch.Accounts;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Worker.Running;

namespace FunSearch.Tests.App.Views;

public sealed class ViewTests
{
    private static readonly Pace Pace = new(70.4, TimeSpan.FromSeconds(12));

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void The_live_view_tells_scores_pace_outcomes_islands_and_code(int width)
    {
        var view = LiveView.Render(Samples.Facts, Samples.Progress, Pace, width, height: 60);

        var text = Samples.Text(view, width);

        Golden.Matches(text, $"live-{width}");
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width));
    }

    [Fact]
    public void The_live_view_is_never_higher_than_the_terminal()
    {
        var view = LiveView.Render(Samples.Facts, Samples.Progress, Pace, 80, height: 12);

        var lines = Samples.Text(view, 80).TrimEnd('\n').Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.StartsWith("Ctrl-C", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100_000)]
    public void A_run_ends_with_its_best_function_its_scores_and_the_next_step(int width)
    {
        var report = new RunReport(Samples.Facts, Samples.Progress, StopReason.Time, Samples.Final);

        Golden.Matches(Samples.Text(report.Render(width), width), $"report-{width}");
    }

    [Theory]
    [InlineData("capable", 0.84, "84 % of the time: more would be tried with a larger \"requestsAtOnce\" in the configuration, or with --proposer mix, where the embedded proposer fills the gaps.")]
    [InlineData("mixtral", 0.84, "84 % of the time: more would be tried with a larger \"requestsAtOnce\" in the configuration, or with --proposer mix, where")]
    [InlineData("openai/gpt-5-mini", 0.84, "or with --proposer mix:openai/gpt-5-mini, where the embedded proposer fills the gaps.")]
    [InlineData("mix", 0.84, "84 % of the time: more would be tried with a larger \"requestsAtOnce\" or \"embeddedAtOnce\" in the configuration.")]
    [InlineData("mix:openai/gpt-5-mini", 0.84, "with a larger \"requestsAtOnce\" or \"embeddedAtOnce\"")]
    [InlineData("capable", 0.12, "Evaluators were idle 12 % of the time.")]
    public void Where_a_model_was_asked_a_run_ends_with_how_idle_the_evaluators_were_and_what_to_do_about_it(string proposer, double idle, string told)
    {
        var facts = Samples.Facts with { Configuration = Samples.Configuration with { Proposer = proposer, Models = "{}" } };

        var report = new RunReport(facts, Samples.Asked, StopReason.Time, Samples.Final) { Idle = idle };

        Assert.Contains(told, Samples.Text(report.Render(1000), 1000), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_asked_no_model_does_not_tell_how_idle_its_evaluators_were()
    {
        var report = new RunReport(Samples.Facts, Samples.Progress, StopReason.Time, Samples.Final) { Idle = 0.84 };

        Assert.DoesNotContain("idle", Samples.Text(report.Render(1000), 1000), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_goes_on_without_a_larger_budget()
    {
        var text = Report(Samples.Facts, StopReason.Interrupted, Samples.Final);

        Assert.EndsWith("funsearch resume monday --store /home/me/.funsearch/store.db", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_whose_budget_was_spent_says_so()
    {
        var report = new RunReport(Samples.Facts, Samples.Progress with { Earlier = Samples.Progress.Samples }, StopReason.Time, Samples.Final);

        Assert.Contains(
            "Nothing was left to do: 5,012 samples in 1:12 are done, and the budget is 20,000 samples, 5m.", Samples.Text(report.Render(200), 200), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StopReason.Samples, "funsearch resume monday --samples 40000 --target 190.5 --store")]
    [InlineData(StopReason.Time, "funsearch resume monday --time 10m --target 190.5 --store")]
    [InlineData(StopReason.Tokens, "funsearch resume monday --tokens 2000 --target 190.5 --store")]
    [InlineData(StopReason.Requests, "funsearch resume monday --requests 200 --target 190.5 --store")]
    [InlineData(StopReason.Target, "funsearch resume monday --samples 40000 --store")]
    [InlineData(StopReason.ProposerIsDone, "in a new run with another --proposer")]
    public void What_to_type_next_gets_past_what_stopped_the_run(StopReason stop, string step)
    {
        var budget = Samples.Facts.Budget with { Tokens = 1000, Requests = 100, Target = 190.5 };

        var text = Report(Samples.Facts with { Configuration = Samples.Configuration with { Budget = budget } }, stop, Samples.Final);

        Assert.Contains($"Go on:         {step}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_best_program_that_failed_on_a_split_is_not_called_verified()
    {
        var failed = Samples.Best.Splits[Split.Test] with
        {
            Outcome = new FunSearch.Programs.Outcome.Failed(FunSearch.Programs.OutcomeKind.TimedOut, "Input 8 was still running after 2 s."),
            IsVerified = false,
        };
        var best = Samples.Best with { Splits = new Dictionary<Split, Examination>(Samples.Best.Splits) { [Split.Test] = failed } };

        var text = Report(Samples.Facts, StopReason.Time, [best]);

        Assert.Contains("Not verified on test: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verified: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"models":[{"address":"http://127.0.0.1:8080/v1#qwen"}]}""", "model: http://127.0.0.1:8080/v1#qwen, on this machine")]
    [InlineData("""{"models":[{"address":"openai/gpt-5-mini","name":"mini","price":{"input":0.25,"output":2}},{"address":"openai/nobody-knows"}]}""",
        "models: mini, $0.25 and $2.00 a million tokens in and out · openai/nobody-knows, price unknown")]
    [InlineData("""{"models":[{"address":"openai/x","laterKey":1}]}""", null)]
    [InlineData(null, null)]
    public void The_models_that_a_run_asks_are_told_with_their_prices(string? stored, string? line) => Assert.Equal(line, ModelLine.Of(stored));

    [Fact]
    public void A_run_begins_with_what_runs_for_how_long_and_behind_which_walls()
    {
        Golden.Matches(Samples.Text(new RunHeader(Samples.Facts).Render(), 80), "header");

    }

    [Fact]
    public void A_run_says_what_the_user_lets_it_begin_with()
    {
        var facts = Samples.Facts with { Configuration = Samples.Configuration with { From = new StartingProgram("last-month.cs", "{ return 1; }") } };

        var text = Samples.Text(new RunHeader(facts).Render(), 80);

        Assert.Contains("\nbegins with last-month.cs\nbudget: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_too_wide_is_told_in_pieces_and_loses_no_number()
    {
        var columns = Enumerable.Range(1, 30).Select(number => $"group{number}").ToList();
        var grid = new Grid("excess %", columns, [new GridRow("best", [.. Enumerable.Range(1, 30).Select(number => (double?)(number + 0.25))])]);

        var pieces = grid.Within(80).ToList();

        Assert.Equal(columns, pieces.SelectMany(piece => piece.Columns));
        Assert.Equal(grid.Rows[0].Cells, pieces.SelectMany(piece => piece.Rows[0].Cells));
        Assert.All(GridView.Render(grid, 80), table => Assert.All(Samples.Text(table, 80).Split('\n'), line => Assert.True(line.Length <= 80)));
    }

    [Fact]
    public void Published_figures_of_groups_that_are_not_on_the_board_are_left_out()
    {
        var board = new Scoreboard(Samples.Specification.Measures, Samples.Final, Samples.Specification.Known);

        Assert.DoesNotContain(board.Figures().Single().Rows, row => row.Name.Contains("somebody", StringComparison.Ordinal));
        Assert.Equal(["FunSearch: Nature 625, 468 (2024), table 1"], board.Sources());
    }

    [Theory]
    [InlineData("L1/a", "L1")]
    [InlineData("a", "train")]
    [InlineData("/a", "")]
    public void An_input_is_in_the_group_that_its_worker_puts_it_in(string input, string group)
    {
        var worker = new InputSet("train", [new Named(input)]);

        Assert.Equal(group, InputGroups.GroupOf(input, Split.Train));
        Assert.Equal(group, worker.GroupOf(0));
    }

    [Fact]
    public void A_contender_that_failed_is_told_with_its_reason()
    {
        var failed = new Examination(
            new FunSearch.Programs.Outcome.Failed(FunSearch.Programs.OutcomeKind.TimedOut, "Input 8 was still running after 2 s."), ["a"],
            new Dictionary<string, IReadOnlyDictionary<string, double>>(), false);
        var slow = new Contender("Slow Fit", new Dictionary<Split, Examination> { [Split.Train] = failed });

        var board = new Scoreboard(Samples.Specification.Measures, [Samples.Best, slow], []);

        Assert.Equal(["Slow Fit did not score on train: timed out. Input 8 was still running after 2 s."], board.Failures());
        Assert.Null(board.Scores().Rows[1].Cells[0]);
    }

    [Fact]
    public void Checking_a_noisy_problem_names_the_input_and_the_mend()
    {
        var noise = new[] { new Noise(Split.Train, "train[1]", -3, -4) };
        var inputs = Samples.Final[0].Splits.ToDictionary(split => split.Key, split => split.Value.Inputs);
        var report = new CheckReport(Samples.Specification, inputs, Samples.Final, Samples.Specification.Known, noise, Samples.Configuration.Walls, TimeSpan.FromMilliseconds(12.5));

        var text = Samples.Text(report.Render(80), 80);

        Golden.Matches(text, "check-noisy");
        Assert.False(report.IsFit);
    }

    [Fact]
    public void Noise_is_an_input_on_which_two_examinations_differ()
    {
        var once = new Contender("first program", new Dictionary<Split, Examination> { [Split.Train] = Samples.Examine(["a", "b"], [1, 2], []) });
        var twice = new Contender("first program", new Dictionary<Split, Examination> { [Split.Train] = Samples.Examine(["a", "b"], [1, 2.5], []) });

        Assert.Equal([new Noise(Split.Train, "b", 2, 2.5)], Noise.Between(once, twice));
        Assert.Empty(Noise.Between(once, once));
    }

    private static string Report(RunFacts facts, StopReason stop, IReadOnlyList<Contender> contenders) =>
        Samples.Text(new RunReport(facts, Samples.Progress, stop, contenders).Render(200), 200);

    private sealed record Named(string Name);
}
