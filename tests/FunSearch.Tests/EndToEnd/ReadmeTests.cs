using System.Text.RegularExpressions;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What the README shows is true.</summary>
[Collection(Processes.InTurn)]
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_specification_in_the_readme_can_be_searched()
    {
        var jobs = Directory.CreateDirectory(Path.Combine(_folder.Path, "jobs")).FullName;
        File.WriteAllText(Path.Combine(jobs, "Jobs.cs"), CSharpBlock().Match(_readme).Groups["code"].Value);

        using var check = await Command.RunAsync(_folder.Path, "check", "./jobs");
        using var run = await Command.RunAsync(_folder.Path, "run", "./jobs", "--samples", "200", "--seed", "1");

        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("Verified", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_can_be_read_in_one_sitting()
    {
        Assert.InRange(_readme.Split('\n').Length, 1, 200);
    }

    [Fact]
    public async Task Every_command_in_the_readme_exists()
    {
        using var help = await Command.RunAsync(_folder.Path, "--help");

        var commands = CommandCall().Matches(_readme).Select(match => match.Groups["command"].Value).Distinct().ToList();
        Assert.True(commands.Count >= 4);
        Assert.All(commands, command => Assert.Contains($"\n  {command} ", help.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"\./funsearch (?<command>[a-z]+)")]
    private static partial Regex CommandCall();
}
