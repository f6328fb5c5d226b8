using System.CommandLine.Parsing;
using FunSearch.App.Commands;

namespace FunSearch.Tests.App.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("funsearch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run warehouse --tme 3s", "There is no option '--tme'. Did you mean '--time'?")]
    [InlineData("runn warehouse", "There is no command 'runn'. Did you mean 'run'?")]
    [InlineData("", "A command is missing: run, compare, resume,")]
    [InlineData("run", "'PROBLEM'")]
    [InlineData("run warehouse shop", "'shop' is one word too many.")]
    [InlineData("run warehouse --time 10", "--time is '10'. It must be a number and a unit (ms, s, m, h, d), for example 10m")]
    [InlineData("run warehouse --limit soon", "--limit is 'soon'. It must be from 200ms to 1d, as a number and a unit")]
    [InlineData("run warehouse --limit 199ms", "--limit is '199ms'. It must be from 200ms to 1d, as a number and a unit")]
    [InlineData("run warehouse --limit 25h", "--limit is '25h'. It must be from 200ms to 1d, as a number and a unit")]
    [InlineData("show monday --program -1", "--program is '-1'. It must be a whole number of at least 0")]
    [InlineData("run warehouse --memory 1TB", "--memory is '1TB'. It must be a number and a unit (KB, MB, GB), for example 256MB")]
    [InlineData("run warehouse --samples 0", "--samples is '0'. It must be a whole number of at least 1")]
    [InlineData("run warehouse --samples", "--samples")]
    [InlineData("run warehouse --workers 0", "--workers is '0'.")]
    [InlineData("run warehouse --target nan", "--target is 'nan'.")]
    [InlineData("run warehouse --seed x", "--seed is 'x'.")]
    [InlineData("run warehouse --name a/b", "--name is 'a/b'.")]
    [InlineData("run warehouse --proposer gpt", "--proposer is 'gpt'. It must be embedded, best-of-n, random, recorded:FILE, PROVIDER/MODEL (openai, azure,")]
    [InlineData("run warehouse --islands 0", "--islands is '0'. It must be a whole number from 1 to 1000")]
    [InlineData("run warehouse --hill-climbing --islands 3", "--hill-climbing is a search on one island")]
    [InlineData("run warehouse --without cut-shrt", "--without is 'cut-shrt'. It must be one of these, or several with commas between them: cut-short, tuning, templates, restarts. Did you mean 'cut-short'?")]
    [InlineData("run warehouse --without cut-short,", "--without is ''.")]
    [InlineData("run warehouse --split-data 60,20,20", "--split-data splits the file given by --data")]
    [InlineData("run warehouse --data a --data b", "train=FILE")]
    [InlineData("evaluate warehouse", "--program")]
    [InlineData("evaluate warehouse --program - --split all", "--split is 'all'. It must be train, validation or test.")]
    [InlineData("simplify --program mine.cs", "Which problem is the program of --program for? Name it first: PROBLEM --program FILE.")]
    [InlineData("simplify monday --data items.csv", "--data goes with PROBLEM --program FILE. A stored run has its own inputs")]
    [InlineData("tune --program mine.cs", "Which problem is the program of --program for? Name it first: PROBLEM --program FILE.")]
    [InlineData("simplify monday --loss -1", "--loss is '-1'. It must be a number of at least 0 in the score's own unit")]
    [InlineData("show monday --loss 0.5", "--loss is the price of a shorter program. Ask for one too: --simplified")]
    [InlineData("export monday --loss 0.5", "--loss is the price of a shorter program. Ask for one too: --simplified")]
    [InlineData("show monday --simplified --lineage", "--simplified shows a program that the run does not have: without --lineage and without --picture.")]
    [InlineData("models", "Which models? Name the file that describes them, --config FILE, or a model: PROVIDER/MODEL or URL#MODEL.")]
    [InlineData("runs monday", "There is no command 'monday'.")]
    [InlineData("runs --store", "--store")]
    [InlineData("runs delete", "Try: funsearch runs delete --help")]
    public async Task A_wrong_command_line_is_told_on_standard_error_and_ends_with_2(string arguments, string sentence)
    {
        var (code, output, error) = await TypeAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("resume -h")]
    public async Task Help_teaches_by_examples(string arguments)
    {
        var (code, output, _) = await TypeAsync(arguments);

        Assert.Equal(0, code);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains("  funsearch ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("./funsearch", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_whose_program_is_simplified_and_at_what_price()
    {
        var (_, output, _) = await TypeAsync("simplify --help");

        Golden.Matches(output, "simplify-help");
    }

    [Fact]
    public async Task Every_example_can_be_typed()
    {
        foreach (var example in new[] { "funsearch", "run", "compare", "resume", "replay", "check", "models", "evaluate", "tune", "simplify", "export", "show", "runs", "delete" }.SelectMany(Examples.Of))
        {
            var words = example[(example.IndexOf(Examples.Command, StringComparison.Ordinal) + Examples.Command.Length + 1)..];
            var command = words.Split("    ")[0].Split(" | ")[0].TrimEnd();

            var (code, _, error) = await TypeAsync($"{command} --help");

            Assert.True(code == 0, $"{example}: {error}");
            Assert.Null(CommandLine.MistakeIn([.. CommandLineParser.SplitCommandLine(command)]));
        }
    }

    [Theory]
    [InlineData("run no-such-problem", "no-such-problem")]
    [InlineData("check ./no-such-folder", "no-such-folder")]
    [InlineData("run no-such-problem --time none --samples 5 --tokens 6 --requests 7 --target -1.5 --limit 1s --memory 1GB --seed 3 --workers 2 --islands 3 --without cut-short --name x", "no-such-problem: No problem")]
    [InlineData("run no-such-problem --data no-such-file.csv", "There is no data file '")]
    [InlineData("show no-such-run", "There is no store '")]
    [InlineData("resume no-such-run", "There is no store '")]
    [InlineData("replay no-such-run --workers 2 --any-version", "There is no store '")]
    [InlineData("resume", "There is no store '")]
    [InlineData("simplify no-such-run", "There is no store '")]
    [InlineData("tune no-such-run --samples 5 --seed 1 --name x", "There is no store '")]
    [InlineData("simplify no-such-problem --program no-such-file.cs", "no-such-problem: No problem")]
    [InlineData("runs", "There is no store '")]
    [InlineData("runs delete no-such-run", "There is no store '")]
    public async Task What_is_not_there_is_told_in_a_sentence_and_ends_with_1(string arguments, string sentence)
    {
        var store = arguments.StartsWith("check", StringComparison.Ordinal) ? "" : $" --store {Path.Combine(_folder, "store.db")}";

        var (code, output, error) = await TypeAsync(arguments + store);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_it_gets_the_stack_trace()
    {
        var (code, _, error) = await TypeAsync("check no-such-problem --debug");

        Assert.Equal(1, code);
        Assert.Contains("   at ", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> TypeAsync(string arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
