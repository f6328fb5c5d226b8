namespace FunSearch.Storage;

/// <summary>A program that a search begins with in place of the specification's own: last month's heuristic, for instance.</summary>
/// <param name="Source">Where it came from, for people: a file's name, or a run with the sample.</param>
/// <param name="Body">A block in braces.</param>
/// <param name="Renamed">Which of its parameters have other names than the specification's: <c>size is item, free is room</c>; null when none has.</param>
internal sealed record StartingProgram(string Source, string Body, string? Renamed = null);
