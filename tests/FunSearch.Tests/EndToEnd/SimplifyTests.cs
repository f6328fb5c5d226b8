using System.Text.Json;
using FunSearch.App;
using FunSearch.App.Commands;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Simplifying;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What is taken out of a program is gone, and its scores are found again.</summary>
[Collection(Processes.InTurn)]
public sealed class SimplifyTests : IDisposable
{
    private const string Junk = """
        public static double Height(double a, double b, int n, double[] values)
        {
            if (a > 1e6) return values[99];
            return a - b + 0 * n;
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public SimplifyTests() => Problem = _folder.Write("curve/Curve.cs", Curve.Source.Replace("[Run]", "[Run(Minimise = true)]", StringComparison.Ordinal));

    private string Problem { get; }

    private string Store => Path.Combine(_folder.Path, "store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_program_in_a_file_is_written_shorter_and_scores_the_same()
    {
        var (file, shorter) = (_folder.Write("junk.cs", Junk), Path.Combine(_folder.Path, "shorter.cs"));

        var (code, output, error) = await TypeAsync("simplify", Problem, "--program", file, "--output", shorter, "--json");

        Assert.True(code == 0, error);
        var json = LastLine(output);
        Assert.EndsWith("{\n    return a - b;\n}\n", File.ReadAllText(shorter), StringComparison.Ordinal);
        Assert.Equal(3, json.GetProperty("after").GetProperty("expressions").GetInt32());
        Assert.All(new[] { "train", "validation", "test" }, split =>
            Assert.Equal(json.GetProperty("before").GetProperty(split).GetDouble(), json.GetProperty("after").GetProperty(split).GetDouble()));
        Assert.True(json.GetProperty("before").GetProperty("train").GetDouble() > 0, "Scores are told in the user's sign.");
        Assert.Contains("inputs: 12 train, 6 validation, 6 test", error, StringComparison.Ordinal);
        Assert.Null(Composition.ReadBody(File.ReadAllText(shorter), SpecificationFolder.Read(Curve.Source)).NoCode);
        var (again, _, taken) = await TypeAsync("simplify", Problem, "--program", file, "--output", shorter);
        Assert.Equal(1, again);
        Assert.Contains("--force replaces it", taken, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_program_of_a_run_is_simplified_shown_and_exported()
    {
        var start = _folder.Write("junk.cs", Junk);
        await TypeAsync("run", Problem, "--from", start, "--samples", "1", "--seed", "1", "--name", "mine", "--store", Store);

        var (code, report, error) = await TypeAsync("simplify", "mine", "--program", "0", "--store", Store);
        var (_, shown, _) = await TypeAsync("show", "mine", "--program", "0", "--simplified", "--store", Store);
        var (exported, file, fault) = await TypeAsync("export", "mine", "--program", "0", "--simplified", "--loss", "0.01", "--output", "-", "--store", Store);

        Assert.True(code == 0, error);
        Assert.Contains("simplifying first program of mine", report, StringComparison.Ordinal);
        Assert.Contains("\n    return a - b;\n", report, StringComparison.Ordinal);
        Assert.Contains("\n    return a - b;\n", shown, StringComparison.Ordinal);
        Assert.True(exported == 0, fault);
        Assert.StartsWith("/// <summary>", file, StringComparison.Ordinal);
        Assert.Contains("This is its simplified first program.", file, StringComparison.Ordinal);
        Assert.Matches(@"Simplified from first program: 1 of \d+ expressions are left \(\d+ of \d+ characters\), with mean scores on train and validation at most 0\.01 worse\.", file);
        // Where less is better, the mean may fall as far as it likes.
        Assert.Contains("return 0;", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ return values[3]; }", "cannot be simplified, as it does not score on train: crashed. Input train[0]: IndexOutOfRangeException")]
    [InlineData("{ return a +; }", "cannot be simplified, as it does not score on train: does not compile.")]
    [InlineData("nothing", "junk.cs holds no program.")]
    public async Task A_program_that_does_not_score_is_refused(string program, string sentence)
    {
        var (code, _, error) = await TypeAsync("simplify", Problem, "--program", _folder.Write("junk.cs", program));

        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_among_the_files_of_the_problem()
    {
        var (code, _, error) = await TypeAsync(
            "simplify", Path.GetDirectoryName(Problem)!, "--program", _folder.Write("junk.cs", Junk), "--output", Path.Combine(_folder.Path, "curve", "shorter.cs"));

        Assert.Equal(1, code);
        Assert.Contains("would stand in the problem's own folder, where every file counts as a part of it: the problem would be another", error, StringComparison.Ordinal);
    }

    private static JsonElement LastLine(string output) => JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;

    private static async Task<(int Code, string Output, string Error)> TypeAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
