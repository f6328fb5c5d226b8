using System.Text.RegularExpressions;
using FunSearch.App;
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
    public void The_class_in_the_readme_is_what_a_new_problem_begins_with()
    {
        var scaffold = new Scaffold(Path.Combine(_folder.Path, "depot"));
        scaffold.Write();
        var written = File.ReadAllLines(Path.Combine(scaffold.Name.Folder, "Specification.cs")).ToHashSet();

        var shown = CSharpBlock().Match(_readme).Groups["code"].Value.Split('\n').Where(line => line.Length > 0).ToList();

        Assert.True(shown.Count > 10);
        Assert.All(shown, line => Assert.Contains(line, written));
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
