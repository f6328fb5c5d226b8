using System.Text.Json;
using FunSearch.App;
using FunSearch.App.Reports;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Tests.App.Reports;

public sealed class JsonTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void A_run_tells_a_script_all_keys_in_the_users_own_sign()
    {
        Answer(RunJson.Of(Samples.Facts, Samples.Progress, Samples.Final));

        Golden.Matches(_output.ToString(), "run");
    }

    [Fact]
    public void A_run_tells_a_script_what_it_began_with_and_its_scores()
    {
        var facts = Samples.Facts with { Configuration = Samples.Configuration with { From = new StartingProgram("last-month.cs", "{ return 1; }") } };

        Answer(RunJson.Of(facts, Samples.Progress, Samples.Final));

        using var json = JsonDocument.Parse(_output.ToString());
        var from = json.RootElement.GetProperty("from");
        Assert.Equal("last-month.cs", from.GetProperty("source").GetString());
        Assert.Equal(213, from.GetProperty("train").GetDouble());
        Assert.Equal(215, from.GetProperty("validation").GetDouble());
        Assert.Equal(740 / 3.0, from.GetProperty("test").GetDouble(), 9);
    }

    [Fact]
    public void A_session_tells_a_script_how_idle_its_evaluators_were()
    {
        Answer(RunJson.Of(Samples.Facts, Samples.Asked, Samples.Final) with { Idle = 0.84 });

        Assert.Contains("\"idle\":0.84", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_object_is_on_standard_output()
    {
        var terminal = new Terminal(_output, _error, json: true);

        terminal.Say("progress");
        terminal.AnswerScript(new { Done = true });

        Assert.Equal("{\"done\":true}\n", _output.ToString().ReplaceLineEndings("\n"));
        Assert.StartsWith("progress", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_evaluation_tells_the_score_of_each_input()
    {
        Answer(new EvaluationReport(Samples.Specification, Split.Test, Samples.Best.Splits[Split.Test], TimeSpan.FromSeconds(0.25)).Json());

        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(["outcome", "score", "scores", "figures", "detail", "seconds"], json.RootElement.EnumerateObject().Select(key => key.Name));
        Assert.Equal(201, json.RootElement.GetProperty("scores").GetProperty("L1/b").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("detail").ValueKind);
    }

    [Fact]
    public void An_evaluation_that_did_not_score_tells_why()
    {
        var outcome = new Outcome.Failed(OutcomeKind.TimedOut, "Input 8 was still running after 2 s.");
        var examination = new Examination(outcome, [], new Dictionary<string, IReadOnlyDictionary<string, double>>(), false);

        Answer(new EvaluationReport(Samples.Specification, Split.Train, examination, TimeSpan.FromSeconds(2)).Json());

        Assert.Equal(
            """{"outcome":"timed_out","score":null,"scores":{},"figures":{},"detail":"Input 8 was still running after 2 s.","seconds":2}""",
            _output.ToString().TrimEnd());
    }

    [Fact]
    public void A_run_is_verified_only_where_every_split_that_is_told_was()
    {
        var test = Samples.Best.Splits[Split.Test] with { IsVerified = false };
        var best = Samples.Best with { Splits = new Dictionary<Split, Examination>(Samples.Best.Splits) { [Split.Test] = test } };

        Answer(RunJson.Of(Samples.Facts, Samples.Progress, [best]));

        Assert.Contains("\"verified\":false", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_no_finite_number_is_null()
    {
        var examination = Samples.Examine(["a"], [-1], new() { ["L1"] = double.NaN, ["L2"] = double.PositiveInfinity, ["L3"] = 0.5 });

        Answer(new EvaluationReport(Samples.Specification, Split.Train, examination, TimeSpan.FromSeconds(2)).Json());

        Assert.Contains("""
            "figures":{"excess_percent":{"L1":null,"L2":null,"L3":0.5}}
            """, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_off_a_terminal_neither_wrap_nor_cut()
    {
        var terminal = new Terminal(_output, _error, json: false);

        terminal.Say(new string('x', 5000));

        Assert.False(terminal.IsLive);
        Assert.Equal(new string('x', 5000), _output.ToString().TrimEnd());
    }

    private void Answer(object json) => new Terminal(_output, _error, json: true).AnswerScript(json);
}
