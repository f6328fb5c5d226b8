using System.Text.Json;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>What a project tells of itself.</summary>
/// <param name="CompilerArguments">What the C# compiler would be given.</param>
/// <param name="Assemblies">Absolute paths of the assemblies that must be there at run time, those of packages and of other projects
/// among them; neither the framework's nor the markers'.</param>
/// <param name="Generators">Absolute paths of the analyzers that the project brings along itself.</param>
/// <param name="Versions">Path of the source that the build writes versions into; the empty string without one.</param>
internal sealed record ProjectAnswer(
    IReadOnlyList<string> CompilerArguments, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Generators, string Versions)
{
    /// <exception cref="SpecificationException">The project cannot be built, or no SDK is here.</exception>
    public static ProjectAnswer Of(string project, DotnetSdk sdk)
    {
        var answer = sdk.Ask(project);
        var told = answer.ExitCode == 0 ? Read(answer.Told) : null;
        return told is { CompilerArguments.Count: > 0 } ? told : throw new SpecificationException(BuildMistakes.In(answer, project));
    }

    /// <returns>Null when it is not what was asked for.</returns>
    private static ProjectAnswer? Read(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            var items = answer.RootElement.GetProperty("Items");
            return new ProjectAnswer(
                [.. items.GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => Text(item, "Identity"))],
                [.. items.GetProperty("ReferenceCopyLocalPaths").EnumerateArray().Where(IsAssembly).Select(item => Text(item, "FullPath"))],
                [.. items.GetProperty("Analyzer").EnumerateArray().Where(IsOwn).Select(item => Text(item, "FullPath"))],
                Text(answer.RootElement.GetProperty("Properties"), "GeneratedAssemblyInfoFile"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // Those of the SDK and of the framework change with each of their versions, and are not asked for what the compiler can do alone.
    private static bool IsOwn(JsonElement analyzer) =>
        Text(analyzer, "IsImplicitlyDefined") != "true" && Text(analyzer, "FrameworkReferenceName").Length == 0;

    // Translations and what is for one platform only go into folders of their own.
    private static bool IsAssembly(JsonElement item) =>
        Text(item, "Extension") == ".dll" && Text(item, "DestinationSubDirectory").Length == 0
        && Text(item, "Filename") != SpecificationCompiler.Markers;

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
