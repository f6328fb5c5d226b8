using System.Diagnostics;
using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>`new NAME`, as a user follows it: what it prints can be typed, and what it wrote runs and builds.</summary>
[Collection(Processes.InTurn)]
public sealed class NewProblemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_problem_runs_at_once_and_a_short_search_beats_its_baselines()
    {
        using var made = await Command.RunAsync(_folder.Path, "new", "my-depot");
        using var run = await Command.RunAsync(_folder.Path, "run", "./my-depot", "--samples", "500", "--seed", "1", "--limit", "30s");

        Assert.True(made.ExitCode == 0, made.Errors);
        Assert.Contains("funsearch run ./my-depot --samples 500", made.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("Verified", run.Output, StringComparison.Ordinal);
        var table = run.Output[run.Output.LastIndexOf("mean score", StringComparison.Ordinal)..].Split('\n');
        var scores = table.Skip(1).Take(3).Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1])).ToList();
        Assert.True(scores[0] < scores[1] && scores[0] < scores[2], $"Expected the best program to have the least cost on test: {string.Join('\n', table)}");
    }

    [Fact]
    public async Task A_script_is_told_what_was_made_and_a_folder_in_use_is_refused()
    {
        using var made = await Command.RunAsync(_folder.Path, "new", "my-depot", "--json");
        using var again = await Command.RunAsync(_folder.Path, "new", "my-depot");

        using var answer = JsonDocument.Parse(made.Output);
        Assert.Equal(Path.Combine(_folder.Path, "my-depot"), answer.RootElement.GetProperty("folder").GetString());
        Assert.Equal("MyDepot", answer.RootElement.GetProperty("class").GetString());
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("is there already", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_editor_shows_no_error_and_no_warning_in_a_new_problem()
    {
        using var made = await Command.RunAsync(_folder.Path, "new", "my-depot");
        _folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var start = new ProcessStartInfo("dotnet", ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = Path.Combine(_folder.Path, "my-depot"),
            RedirectStandardOutput = true,
        };

        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(build.ExitCode == 0, output);
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
    }
}
