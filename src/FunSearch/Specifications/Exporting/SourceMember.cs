namespace FunSearch.Specifications.Exporting;

/// <summary>A piece of a specification's source that a program may need wherever it goes: a type, a method, a field.</summary>
/// <param name="Name">Its simple name; overloads share one.</param>
/// <param name="Home">Full name of the namespace or type that it stands in; empty where it stands in none.</param>
/// <param name="Code">Without markers and without indentation; lines are separated by LF.</param>
/// <param name="Uses">Names of the other members that it needs.</param>
/// <param name="Usings">The using directives of its file, in the order of the source, and one for each namespace that it stands in.</param>
/// <param name="Obstacle">Why it must stay with the specification, as the end of a sentence that begins with its name; null when it need not.</param>
internal sealed record SourceMember(
    string Name, string Home, string Code, IReadOnlyList<string> Uses, IReadOnlyList<string> Usings, string? Obstacle);
