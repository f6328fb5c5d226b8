using System.Globalization;
using System.Text.RegularExpressions;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>Reads why the SDK could not tell about a project.</summary>
internal static partial class BuildMistakes
{
    private const int Shown = 5;

    /// <summary>The first errors, each with its own file and line where that is the user's; at least one mistake.</summary>
    public static IReadOnlyList<Mistake> In(SdkAnswer answer, string project)
    {
        var mistakes = Lines(answer).Select(line => Error().Match(line)).Where(error => error.Success)
            .Select(error => Told(error, project)).Distinct().Take(Shown).ToList();
        return mistakes.Count > 0 ? mistakes : [new Mistake(Place.AsTyped(project), 0, $"The .NET SDK cannot build it: {Words(answer)}")];
    }

    private static Mistake Told(Match error, string project)
    {
        var (file, code, text) = (error.Groups["file"].Value.Trim(), error.Groups["code"].Value, error.Groups["text"].Value.Trim());
        if (MissingName(code, text) is { } name)
        {
            return new Mistake(Place.AsTyped(project), ProjectFile.LineOf(project, name), code switch
            {
                "MSB3245" => $"It refers to the assembly '{name}', which is not there. Mend the reference's <HintPath>, or build what makes it. ({code})",
                "MSB9008" => $"It refers to the project '{name}', which is not there. Mend the path of the <ProjectReference>. ({code})",
                _ => $"It refers to the package '{name}', which cannot be had: {text} ({code})",
            });
        }

        if (code == "MSB4057")
        {
            return new Mistake(
                Place.AsTyped(project), ProjectFile.LineOf(project, "<TargetFrameworks>"),
                "It builds for several frameworks. The project beside a specification must name one: <TargetFramework>net10.0</TargetFramework>.");
        }

        var line = error.Groups["line"].Success ? int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) : 0;
        // What the SDK's own files say is about the project.
        return file.EndsWith(".targets", StringComparison.OrdinalIgnoreCase) || file == "MSBUILD" || !File.Exists(file)
            ? new Mistake(Place.AsTyped(project), 0, $"It does not build. {text} ({code}).")
            : new Mistake(Place.AsTyped(file), line, $"It does not build. {text} ({code}).");
    }

    private static string? MissingName(string code, string text) =>
        code == "MSB3245" && AssemblyName().Match(text) is { Success: true } assembly ? assembly.Groups["name"].Value
        : code == "MSB9008" && ProjectName().Match(text) is { Success: true } missing ? missing.Groups["name"].Value
        : code.StartsWith("NU11", StringComparison.Ordinal) && PackageName().Match(text) is { Success: true } package ? package.Groups["name"].Value
        : null;

    private static string Words(SdkAnswer answer)
    {
        var words = Lines(answer).FirstOrDefault() ?? "nothing";
        return answer.ExitCode == 0 ? $"it did not answer what it was asked, and said: {words}" : $"it ended with exit code {answer.ExitCode}, and said: {words}";
    }

    private static IEnumerable<string> Lines(SdkAnswer answer) =>
        (answer.Errors + '\n' + answer.Output).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    // MSBuild's canonical form: `file(line,column): error CODE: text [project]`.
    [GeneratedRegex(@"^(?<file>.+?)(\((?<line>\d+)[^)]*\))?\s*: error (?<code>\w+): (?<text>.*?)(\s\[[^\]]+\])?$")]
    private static partial Regex Error();

    [GeneratedRegex("Could not locate the assembly \"(?<name>[^\",]+)")]
    private static partial Regex AssemblyName();

    [GeneratedRegex("The referenced project (?<name>.+) does not exist")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"Unable to (find package |resolve ')(?<name>[\w.-]*\w)")]
    private static partial Regex PackageName();
}
