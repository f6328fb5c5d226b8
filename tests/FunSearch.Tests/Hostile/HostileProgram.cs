using System.Text.RegularExpressions;

namespace FunSearch.Tests.Hostile;

/// <summary>
/// A program that means harm: a body in a file of its own, in the folder of what it attacks. Its first lines are comments: the idea, and
/// what must become of it, as <c>// all walls | member list | forbidden | part of the detail</c>. A text that stands many times is written
/// once: <c>«[ × 7500»</c>.
/// </summary>
/// <param name="Name">The folder and the file: <c>Time/endless-loop</c>.</param>
/// <param name="Walled">Behind all walls.</param>
/// <param name="Unwalled">With the language wall switched off; null where only that wall can tell that harm is meant.</param>
internal sealed partial record HostileProgram(string Name, string Body, Fate Walled, Fate? Unwalled)
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "FunSearch.Tests", "Hostile", "Programs");

    public static IReadOnlyDictionary<string, HostileProgram> All { get; } =
        SourceTree.Files(Folder).Select(Read).ToDictionary(program => program.Name);

    private static HostileProgram Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var fates = lines.TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).Select(line => line[3..].Split(" | "))
            .Where(parts => parts.Length > 1).ToDictionary(parts => parts[0], parts => new Fate(parts[1], parts[2], parts.ElementAtOrDefault(3) ?? ""));
        return new HostileProgram(
            Path.ChangeExtension(Path.GetRelativePath(Folder, path), null),
            Many().Replace(
                string.Join('\n', lines.SkipWhile(line => line.StartsWith("// ", StringComparison.Ordinal))),
                many => string.Concat(Enumerable.Repeat(many.Groups["text"].Value, int.Parse(many.Groups["times"].Value)))),
            fates["all walls"],
            fates.GetValueOrDefault("language wall off"));
    }

    [GeneratedRegex("«(?<text>[^«]+?) × (?<times>[0-9]+)»")]
    private static partial Regex Many();
}

/// <summary>What becomes of a hostile program.</summary>
/// <param name="Wall">What stops it, as <see cref="Wall"/> names it.</param>
/// <param name="Outcome">As the documentation names it: <c>timed out</c>.</param>
/// <param name="Detail">A part of the sentence that a person reads.</param>
internal sealed record Fate(string Wall, string Outcome, string Detail);
