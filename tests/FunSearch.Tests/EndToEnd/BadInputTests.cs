using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What a user reads who typed something wrong: one sentence on standard error, an exit code, no stack trace.</summary>
[Collection(Processes.InTurn)]
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "bin-packing", "run", "bin-pakcing")]
    [InlineData(1, "'or' and 'weibull'", "run", "bin-packing:large", "--samples", "1")]
    [InlineData(2, "--samples", "run", "bin-packing", "--sampels", "5")]
    [InlineData(2, "10m", "run", "bin-packing", "--time", "soon")]
    [InlineData(1, "items.csv", "run", "bin-packing", "--data", "items.csv")]
    [InlineData(1, "answers.jsonl", "run", "bin-packing", "--proposer", "recorded:answers.jsonl")]
    [InlineData(1, "127.0.0.1:9", "run", "bin-packing", "--proposer", "http://127.0.0.1:9/v1#none", "--samples", "1")]
    [InlineData(1, "funsearch run", "resume", "nothing")]
    [InlineData(1, "funsearch run", "show", "nothing")]
    [InlineData(2, "evaluat", "evaluat")]
    public async Task A_mistake_is_one_sentence_and_an_exit_code(int exitCode, string says, params string[] arguments)
    {
        using var command = await Command.RunAsync(_folder.Path, arguments);

        Assert.Equal(exitCode, command.ExitCode);
        Assert.Contains(says, command.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_no_store_is_told_and_left_alone()
    {
        var path = _folder.Write("notes.txt", "This is not a database, and long enough to be one of another kind.");

        using var command = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", "1", "--store", "notes.txt");

        Assert.Equal(1, command.ExitCode);
        Assert.Contains("notes.txt", command.Errors, StringComparison.Ordinal);
        Assert.StartsWith("This is not a database", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_score_is_exit_code_3()
    {
        _folder.Write("program.cs", "public static double Priority(double item, double room, double capacity) => item / missing;");

        using var command = await Command.RunAsync(_folder.Path, "evaluate", "bin-packing", "--program", "program.cs");

        Assert.Equal(3, command.ExitCode);
        Assert.Contains("missing", command.Output + command.Errors, StringComparison.Ordinal);
    }
}
