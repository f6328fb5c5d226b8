namespace FunSearch.Storage;

/// <summary>A program that a search begins with in place of the specification's own: last month's heuristic, for instance.</summary>
/// <param name="Source">Where it came from, for people: a file's name, or a run with the sample.</param>
/// <param name="Body">A block in braces.</param>
internal sealed record StartingProgram(string Source, string Body);
