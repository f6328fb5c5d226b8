using System.Text;
using FunSearch.Specifications.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Exporting;

/// <summary>A program as a C# file that compiles without its specification: its method, and what it needs of the specification. Assemblies
/// of the user's own that the specification refers to may be needed further on.</summary>
/// <param name="Code">The file; lines are separated by LF. Null when there can be none.</param>
/// <param name="Obstacle">Why there can be none, as sentences; null when there is one.</param>
internal sealed record ExportedClass(string? Code, string? Obstacle)
{
    /// <param name="name">The class's name.</param>
    /// <param name="documentation">The class's, one <c>///</c> a line.</param>
    /// <param name="method">The evolved method with its documentation. It has scored before: so it is no junk, and can be parsed here.</param>
    /// <param name="specification">The one that it was scored with; null when that is not at hand.</param>
    public static ExportedClass Write(string name, string documentation, string method, Specification? specification)
    {
        var members = Needed(method, specification?.Members ?? []);
        if (members.FirstOrDefault(member => member.Obstacle is not null) is { } bound)
        {
            return new ExportedClass(null,
                $"The program needs {bound.Name} of the specification, which cannot be taken along: it {bound.Obstacle}. "
                + "Mark a [Callable] that does without, and search again.");
        }

        var text = Text(name, documentation, method, members);
        var checkedFile = LooseFile.Check(text, specification is null ? null : new FormerHome(specification.ClassName, members), specification?.References ?? []);
        return checkedFile.Errors.Count == 0
            ? new ExportedClass(checkedFile.Text, null)
            : new ExportedClass(null, $"Outside of its specification the program does not compile: {string.Join(' ', checkedFile.Errors)}");
    }

    /// <summary>The members that the method names, and those that they name, each once.</summary>
    private static List<SourceMember> Needed(string method, IReadOnlyList<SourceMember> members)
    {
        var names = SyntaxFactory.ParseTokens(method).Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText).ToHashSet();
        var needed = new HashSet<string>(names);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            foreach (var use in members.Where(member => member.Name == name).SelectMany(member => member.Uses).Where(needed.Add))
            {
                open.Enqueue(use);
            }
        }

        return [.. members.Where(member => needed.Contains(member.Name)).DistinctBy(member => member.Code)];
    }

    private static string Text(string name, string documentation, string method, IReadOnlyList<SourceMember> members)
    {
        var usings = CandidateScope.Namespaces.Select(space => $"using {space};").Concat(members.SelectMany(member => member.Usings)).Distinct();
        var text = new StringBuilder();
        foreach (var line in usings)
        {
            text.Append(line).Append('\n');
        }

        // The evolved method stands first: whoever reads the file, `evaluate` too, need not look for it.
        var code = members.Select(member => member.Code).Prepend(method)
            .Select(member => MemberText.Indented(member, MemberText.SpansLines(SyntaxFactory.ParseCompilationUnit(member))));
        return text.Append($"\n{documentation}\npublic static class {name}\n{{\n{string.Join("\n\n", code)}\n}}\n").ToString();
    }
}
