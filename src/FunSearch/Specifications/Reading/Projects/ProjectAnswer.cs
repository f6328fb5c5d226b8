using System.Text.Json;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>What a project tells of itself.</summary>
/// <param name="CompilerArguments">What the C# compiler would be given.</param>
/// <param name="Assemblies">Absolute paths of the assemblies that must be there at run time, those of packages and of other projects
/// among them; neither the framework's nor the markers'.</param>
internal sealed record ProjectAnswer(IReadOnlyList<string> CompilerArguments, IReadOnlyList<string> Assemblies)
{
    /// <exception cref="SpecificationException">The project cannot be built, or no SDK is here.</exception>
    public static ProjectAnswer Of(string project, DotnetSdk sdk)
    {
        var answer = sdk.Ask(project);
        var told = answer.ExitCode == 0 ? Read(answer.Output) : null;
        return told is { CompilerArguments.Count: > 0 } ? told : throw new SpecificationException(BuildMistakes.In(answer, project));
    }

    private static ProjectAnswer Read(string json)
    {
        using var answer = JsonDocument.Parse(json);
        var items = answer.RootElement.GetProperty("Items");
        return new ProjectAnswer(
            [.. items.GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => Text(item, "Identity"))],
            [.. items.GetProperty("ReferenceCopyLocalPaths").EnumerateArray().Where(IsAssembly).Select(item => Text(item, "FullPath"))]);
    }

    // Translations and what is for one platform only go into folders of their own.
    private static bool IsAssembly(JsonElement item) =>
        Text(item, "Extension") == ".dll" && Text(item, "DestinationSubDirectory").Length == 0
        && Text(item, "Filename") != SpecificationCompiler.Markers;

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
