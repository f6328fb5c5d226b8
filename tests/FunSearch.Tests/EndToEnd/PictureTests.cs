using System.Text.Json;
using System.Xml.Linq;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What a program finds, as a picture.</summary>
[Collection(Processes.InTurn)]
public sealed class PictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_best_program_and_any_other_are_drawn_and_no_file_is_lost()
    {
        await SearchAsync("cap-set:4", "--samples", "30", "--seed", "1");

        using var best = await Command.RunAsync(_folder.Path, "show", "mine", "--picture", "best.svg", "--json");
        using var first = await Command.RunAsync(_folder.Path, "show", "mine", "--program", "0", "--picture", "first.svg", "--input", "n = 4");
        using var again = await Command.RunAsync(_folder.Path, "show", "mine", "--picture", "first.svg");
        var kept = Title("first.svg");
        using var forced = await Command.RunAsync(_folder.Path, "show", "mine", "--picture", "first.svg", "--force");

        using var json = JsonDocument.Parse(best.Output.TrimEnd().Split('\n')[^1]);
        var score = json.RootElement.GetProperty("score").GetDouble();
        Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal(("mine", "best.svg", "train", "n = 4"), (Text("run"), Text("file"), Text("split"), Text("input")));
        Assert.Equal($"{score} vectors of 4 coordinates, no three on a line", Title("best.svg"));
        Assert.Equal(
            "Wrote first.svg: the solution that first program of mine finds for 'n = 4' (train). Its score is 16, verified.",
            first.Output.Trim());
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("There is a file 'first.svg' already", again.Errors, StringComparison.Ordinal);
        Assert.Equal("16 vectors of 4 coordinates, no three on a line", kept);
        Assert.Equal((0, Title("best.svg")), (forced.ExitCode, Title("first.svg")));

        string? Text(string key) => json.RootElement.GetProperty(key).GetString();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Any_input_of_any_split_is_drawn_and_a_wrong_name_is_told()
    {
        await SearchAsync("bin-packing", "--samples", "1", "--seed", "1");

        using var test = await Command.RunAsync(_folder.Path, "show", "--picture", "bins.svg", "--input", "OR1/u120_00");
        using var wrong = await Command.RunAsync(_folder.Path, "show", "--picture", "none.svg", "--input", "OR1/u120_0");

        Assert.True(test.ExitCode == 0, test.Errors);
        Assert.Contains("for 'OR1/u120_00' (test)", test.Output, StringComparison.Ordinal);
        Assert.StartsWith("OR1/u120_00: 120 items in ", Title("bins.svg"), StringComparison.Ordinal);
        Assert.Equal(1, wrong.ExitCode);
        Assert.StartsWith("There is no input 'OR1/u120_0'. Did you mean 'OR1/u120_00'? There are 'train/", wrong.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "none.svg")));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Without_a_method_that_draws_or_with_a_changed_one_there_is_a_sentence_and_no_file()
    {
        _folder.Write("Guess.cs", Guess);
        await SearchAsync("./Guess.cs", "--samples", "1", "--seed", "1");

        using var none = await Command.RunAsync(_folder.Path, "show", "--picture", "guess.svg");
        _folder.Write("Guess.cs", Guess.Replace("=> x;", "=> 2 * x;", StringComparison.Ordinal));
        using var changed = await Command.RunAsync(_folder.Path, "show", "--picture", "guess.svg");
        using var told = await Command.RunAsync(_folder.Path, "show");

        Assert.Equal((1, 1, 0), (none.ExitCode, changed.ExitCode, told.ExitCode));
        Assert.Contains("has no pictures: no method is marked [Picture].", none.Errors, StringComparison.Ordinal);
        Assert.Contains("has changed since the run began.", changed.Errors, StringComparison.Ordinal);
        Assert.Contains("--picture runs the program again", changed.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "guess.svg")));
    }

    [Theory]
    [InlineData("Name the file of the picture too", "--force")]
    [InlineData("Name the file of the picture too", "--input", "a")]
    [InlineData("--lineage tells and --picture draws. Give one of them.", "--picture", "a.svg", "--lineage")]
    public async Task Options_that_do_not_go_together_are_a_mistake_of_usage(string expected, params string[] options)
    {
        using var show = await Command.RunAsync(_folder.Path, ["show", "mine", .. options]);

        Assert.Equal(2, show.ExitCode);
        Assert.Contains(expected, show.Errors, StringComparison.Ordinal);
    }

    private async Task SearchAsync(string problem, params string[] options)
    {
        using var run = await Command.RunAsync(_folder.Path, ["run", problem, "--name", "mine", "--limit", "30s", .. options]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    private string Title(string file) =>
        XDocument.Load(Path.Combine(_folder.Path, file)).Descendants().First(element => element.Name.LocalName == "text").Value;

    private const string Guess = """
        using FunSearch;

        /// <summary>A line through points.</summary>
        public static class Guess
        {
            [Inputs("train")] public static IEnumerable<double> Train() => [1, 2, 3];

            [Run(Minimise = true)] public static double Error(double x) => Math.Abs(40 * x - Value(x));

            [Evolve] public static double Value(double x) => x;
        }
        """;
}
