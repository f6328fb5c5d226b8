using System.Reflection;
using FunSearch.App.Settings;

namespace FunSearch.App;

/// <summary>A new problem's files, from the templates that this program carries.</summary>
internal sealed class Scaffold
{
    // As the templates have them, which are C# that compiles.
    private const string Class = "NewProblem";
    private const string Folder = "new-problem";

    private static readonly Assembly Markers = typeof(EvolveAttribute).Assembly;

    private readonly ProblemName _name;

    /// <param name="typed">A name or a path; its last part names the class too.</param>
    /// <exception cref="CommandException">No name can be made of it.</exception>
    public Scaffold(string typed) => _name = ProblemName.Of(typed, Template("Specification.cs") + Template("Verifier.cs"));

    /// <summary>Absolute path of the folder and the name of the class.</summary>
    public ProblemName Name => _name;

    /// <summary>Writes all of it.</summary>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="CommandException">Something is there already.</exception>
    public IReadOnlyList<string> Write()
    {
        RefuseWhatIsThere();
        var files = new Dictionary<string, string>
        {
            ["Specification.cs"] = Named("Specification.cs"),
            ["Verifier.cs"] = Named("Verifier.cs"),
            ["README.md"] = Named("README.md"),
            [$"{_name.Class}.csproj"] = Named("Project.xml").Replace("0.0.0", Markers.GetName().Version!.ToString(3), StringComparison.Ordinal),
            [".gitignore"] = Template("gitignore.txt"),
        };
        Directory.CreateDirectory(_name.Folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(_name.Folder, name), text);
        }

        return [.. files.Keys, .. CopyMarkers()];
    }

    private void RefuseWhatIsThere()
    {
        if (File.Exists(_name.Folder) || (Directory.Exists(_name.Folder) && Directory.EnumerateFileSystemEntries(_name.Folder).Any()))
        {
            throw new CommandException($"'{_name.Folder}' is there already, and is left as it is. Take another name, or an empty folder.");
        }
    }

    // With the documentation beside it, which an editor shows for every marker.
    private IEnumerable<string> CopyMarkers()
    {
        Directory.CreateDirectory(Path.Combine(_name.Folder, "lib"));
        foreach (var file in new[] { Markers.Location, Path.ChangeExtension(Markers.Location, ".xml") }.Where(File.Exists))
        {
            var copy = Path.Combine("lib", Path.GetFileName(file));
            File.Copy(file, Path.Combine(_name.Folder, copy));
            yield return copy;
        }
    }

    private string Named(string template) => Template(template)
        .Replace(Class, _name.Class, StringComparison.Ordinal).Replace(Folder, _name.Name, StringComparison.Ordinal);

    private static string Template(string name)
    {
        using var stream = typeof(Scaffold).Assembly.GetManifestResourceStream($"Templates/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
