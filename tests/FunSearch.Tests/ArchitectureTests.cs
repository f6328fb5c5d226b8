using System.Text.RegularExpressions;

namespace FunSearch.Tests;

/// <summary>The house keeps its rooms apart: dependencies point one way, and each breach is told as a sentence.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Everything = ["Lexing", "Programs", "Specifications", "Prompts", "Islands", "Accounts", "Tuning", "Randomness", "Search"];

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Lexing"] = [],
        ["Programs"] = ["Lexing"],
        ["Specifications"] = ["Programs"],
        ["Prompts"] = ["Programs", "Specifications"],
        ["Islands"] = ["Programs", "Randomness"],
        ["Accounts"] = ["Programs"],
        ["Tuning"] = ["Programs", "Islands"],
        ["Randomness"] = [],
        ["Search"] = ["Programs", "Specifications", "Prompts", "Islands", "Accounts", "Tuning", "Randomness"],
        ["Proposers"] = Everything,
        ["Evaluation"] = [.. Everything, "Worker"],
        ["Storage"] = Everything,
        ["Simplifying"] = ["Programs", "Specifications", "Proposers"],
        ["Replaying"] = [.. Everything, "Proposers", "Evaluation"],
        ["Comparing"] = [],
        ["Runs"] = [.. Everything, "Proposers", "Evaluation", "Storage", "Replaying"],
    };

    [Fact]
    public void Rooms_of_the_library_know_only_what_they_may()
    {
        var breaches = SourceTree.Files("src/FunSearch").SelectMany(BreachesOf).ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void The_worker_knows_nothing_of_the_library()
    {
        var breaches = SourceTree.Files("src/FunSearch.Worker")
            .Where(path => RoomName().Matches(File.ReadAllText(path)).Any(match => match.Groups["room"].Value != "Worker"))
            .Select(path => $"{Path.GetFileName(path)}: Worker knows the library. Only the markers and its own wire format are its business.")
            .ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void No_problem_is_named_under_src()
    {
        var problems = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "problems"))
            .Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj"))
            .SelectMany(name => new[] { name, Kebab(name) })
            .ToList();
        Assert.NotEmpty(problems);

        // `--help` teaches by example, and an example needs a name.
        var examples = Path.Combine(SourceTree.Root, "src", "FunSearch.App", "Commands", "Examples.cs");
        Assert.True(File.Exists(examples));
        var breaches = SourceTree.Files("src").Where(path => path != examples)
            .SelectMany(path => problems.Where(problem => File.ReadAllText(path).Contains(problem, StringComparison.Ordinal))
                .Select(problem => $"{Path.GetFileName(path)} names the problem {problem}. All that is special about a problem stands in its own folder."))
            .ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void The_app_is_called_by_the_name_that_it_was_called_by()
    {
        var breaches = SourceTree.Files("src").Where(path => Path.GetFileName(path) != "Examples.cs" && File.ReadAllText(path).Contains("./funsearch", StringComparison.Ordinal))
            .Select(path => $"{Path.GetFileName(path)} says './funsearch', which an installed tool is not. Write {{CommandName.Typed}}; the library writes 'funsearch'.")
            .ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void The_heart_can_be_read_in_half_an_hour()
    {
        var lines = new[] { "Search", "Islands", "Prompts", "Programs" }
            .SelectMany(room => SourceTree.Files($"src/FunSearch/{room}")).Sum(path => File.ReadLines(path).Count());

        Assert.True(lines < 1_500, $"Search, Islands, Prompts and Programs have {lines} lines together; it must be under 1 500: the heart is read in half an hour.");
    }

    [Fact]
    public void Files_are_small()
    {
        var lengths = SourceTree.Files("src").Select(path => (Path: path, Lines: File.ReadLines(path).Count())).OrderBy(file => file.Lines).ToList();

        var ninth = lengths[lengths.Count * 9 / 10];
        Assert.True(ninth.Lines <= 200, $"One file in ten is longer than 200 lines, {Path.GetFileName(ninth.Path)} ({ninth.Lines}) among them: look for the second idea in it.");
        var longest = lengths[^1];
        Assert.True(longest.Lines <= 400, $"{Path.GetFileName(longest.Path)} has {longest.Lines} lines; past 400 a file holds two ideas.");
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var breaches = SourceTree.Files("src").Select(path => (Path: path, Expected: Namespace(path), Actual: NamespaceLine().Match(File.ReadAllText(path)).Groups["name"].Value))
            .Where(file => file.Actual.Length > 0 && file.Actual != file.Expected)
            .Select(file => $"{Path.GetFileName(file.Path)} is in namespace {file.Actual}; its folder says {file.Expected}.")
            .ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    private static IEnumerable<string> BreachesOf(string path)
    {
        var room = Path.GetRelativePath(Path.Combine(SourceTree.Root, "src", "FunSearch"), path).Split(Path.DirectorySeparatorChar)[0];
        return RoomName().Matches(File.ReadAllText(path)).Select(match => match.Groups["room"].Value).Distinct()
            .Where(known => known != room && !MayKnow[room].Contains(known))
            .Select(known => $"{Path.GetFileName(path)}: {room} knows {known}. It may know {(MayKnow[room].Length == 0 ? "no other room" : string.Join(", ", MayKnow[room]))}.");
    }

    private static string Namespace(string path)
    {
        var folders = Path.GetRelativePath(Path.Combine(SourceTree.Root, "src"), Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar);
        folders[0] = folders[0] == "FunSearch.Abstractions" ? "FunSearch" : folders[0];
        return string.Join('.', folders);
    }

    private static string Kebab(string name) => CapitalLetter().Replace(name, match => (match.Index == 0 ? "" : "-") + char.ToLowerInvariant(match.Value[0]));

    [GeneratedRegex(@"FunSearch\.(?<room>Lexing|Programs|Specifications|Prompts|Islands|Tuning|Randomness|Search|Proposers|Evaluation|Storage|Replaying|Simplifying|Comparing|Runs|Worker|App)\b")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex CapitalLetter();
}
