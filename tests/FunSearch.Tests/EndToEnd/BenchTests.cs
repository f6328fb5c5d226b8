using System.Text.Json;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What is measured is the machine's business; that it is measured, and of what, is ours.</summary>
[Collection(Evaluation.Processes.InTurn)]
public sealed class BenchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_stage_is_measured_with_one_worker_and_with_two()
    {
        using var command = await Command.RunAsync(_folder.Path, "bench", "cap-set:5", "--samples", "150", "--workers", "2", "--json");

        Assert.True(command.ExitCode == 0, command.Errors);
        var problem = JsonDocument.Parse(command.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal(("cap-set:5", 1), (problem.GetProperty("problem").GetString(), problem.GetProperty("inputs").GetInt32()));
        var rows = problem.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal([1, 2], rows.Select(row => row.GetProperty("workers").GetInt32()));
        Assert.All(rows, row => Assert.All(
            new[] { "programs_per_second", "propose", "checks", "compile", "load", "jit", "run", "wire", "compiler_cpu", "runners_cpu" },
            stage => Assert.True(row.GetProperty(stage).GetDouble() > 0, stage)));
        Assert.Equal(["first program", "best found"], problem.GetProperty("ratios").EnumerateArray().Select(ratio => ratio.GetProperty("program").GetString()));
        Assert.All(problem.GetProperty("ratios").EnumerateArray(), ratio => Assert.True(ratio.GetProperty("ratio").GetDouble() > 0));
        Assert.True(problem.GetProperty("literal_trial").GetProperty("ratio").GetDouble() > 0);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_problem_that_is_not_there_is_said_before_anything_is_measured()
    {
        using var command = await Command.RunAsync(_folder.Path, "bench", "bin-paking");

        Assert.Equal(1, command.ExitCode);
        Assert.Contains("Did you mean 'bin-packing'?", command.Errors, StringComparison.Ordinal);
    }
}
