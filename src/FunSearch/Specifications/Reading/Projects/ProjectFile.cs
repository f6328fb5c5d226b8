namespace FunSearch.Specifications.Reading.Projects;

/// <summary>The project file that lies beside a specification.</summary>
internal static class ProjectFile
{
    /// <param name="path">A folder or a C# file.</param>
    /// <returns>Its absolute path; null when there is none, and the specification is compiled on its own.</returns>
    /// <exception cref="SpecificationException">There are several.</exception>
    public static string? Beside(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
        var projects = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csproj") : [];
        Array.Sort(projects, StringComparer.Ordinal);
        return projects.Length < 2 ? projects.FirstOrDefault() : throw new SpecificationException([new Mistake(
            Place.AsTyped(folder), 0,
            $"{projects.Length} project files lie in it: {string.Join(", ", projects.Select(Path.GetFileName))}. "
            + "Leave one: it says what the specification may use.")]);
    }

    /// <summary>The first line of it that holds a text, counted from 1; 0 when none does.</summary>
    public static int LineOf(string project, string text) =>
        Array.FindIndex(File.ReadAllLines(project), line => line.Contains(text, StringComparison.OrdinalIgnoreCase)) + 1;
}
