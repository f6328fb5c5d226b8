using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>new</c> made, and what can be typed next: each line does something as it stands.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="Class">The name of the specification's class.</param>
/// <param name="Files">Relative to the folder.</param>
internal sealed record NewProblem(string Folder, string Class, IReadOnlyList<string> Files)
{
    /// <summary>From the current folder.</summary>
    private string Path => $".{System.IO.Path.DirectorySeparatorChar}{System.IO.Path.GetRelativePath(Environment.CurrentDirectory, Folder)}" is var path
        && path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    public IRenderable Render() => new Rows(new[]
    {
        $"{Path} is a problem that runs as it stands: {string.Join(", ", Files)}",
        "",
        $"Try it:       {CommandName.Typed} check {Path}",
        $"Search on it: {CommandName.Typed} run {Path} --samples 500",
        $"Make it yours: the class {Class} in {System.IO.Path.Combine(Path.Trim('"'), "Specification.cs")}",
    }.Select(line => new Text(line)));
}
