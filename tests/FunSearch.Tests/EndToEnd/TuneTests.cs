using System.Text.Json;
using FunSearch.App.Commands;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Simplifying;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The numbers of a program are tuned in a run of their own.</summary>
[Collection(Processes.InTurn)]
public sealed class TuneTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TuneTests() => Problem = _folder.Write("curve/Curve.cs", Curve.Source);

    private string Problem { get; }

    private string Store => Path.Combine(_folder.Path, "store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_program_in_a_file_is_tuned_and_its_run_goes_on_is_replayed_shown_and_tuned_again()
    {
        var file = _folder.Write("mine.cs", "{ return 0.3 * a - 0.1 * b; }");

        var (code, output, error) = await TypeAsync($"tune {Problem} --program {file} --samples 60 --seed 1 --name tuned");
        var (resumed, more, _) = await TypeAsync("resume tuned --samples 80 --json");
        var (replayed, _, difference) = await TypeAsync("replay tuned");
        var (again, last, _) = await TypeAsync("tune tuned --program 0 --samples 5 --seed 2 --name again --json");

        Assert.True(code == 0, error);
        Assert.Contains("begins with mine.cs", output, StringComparison.Ordinal);
        Assert.Contains("tries other numbers in the best program so far, of equals in the latest", output, StringComparison.Ordinal);
        Assert.Matches(@"What tuning changed:\n\{\n    return \[-0\.3-\]", output);
        Assert.Contains("Against mine.cs, where it began: train ", output, StringComparison.Ordinal);
        Assert.Contains("--from tuned", output, StringComparison.Ordinal);
        Assert.Equal(0, resumed);
        var json = LastLine(more);
        Assert.Equal(80, json.GetProperty("samples").GetInt64());
        Assert.True(json.GetProperty("best").GetProperty("train").GetDouble() > json.GetProperty("from").GetProperty("train").GetDouble());
        Assert.All(new[] { "train", "validation", "test" }, split => Assert.Equal(JsonValueKind.Number, json.GetProperty("from").GetProperty(split).ValueKind));
        Assert.True(replayed == 0, difference);
        Assert.Equal(0, again);
        Assert.Equal("tuned (first program)", LastLine(last).GetProperty("from").GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_program_without_a_number_is_told_so_and_nothing_is_stored()
    {
        var (code, _, error) = await TypeAsync($"tune {Problem} --program {_folder.Write("mine.cs", "{ return a; }")} --samples 5");
        var (_, runs, _) = await TypeAsync("runs --json");

        Assert.Equal(1, code);
        Assert.Contains("There is no number to tune in the program that the search would begin with (from mine.cs).", error, StringComparison.Ordinal);
        Assert.DoesNotContain("curve-1", runs, StringComparison.Ordinal);
    }

    private static JsonElement LastLine(string output) => JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;

    private async Task<(int Code, string Output, string Error)> TypeAsync(string words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync([.. words.Split(' '), "--store", Store], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
