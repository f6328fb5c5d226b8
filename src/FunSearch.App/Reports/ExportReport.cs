using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>export</c> tells.</summary>
/// <param name="File">As it was typed; null for standard output.</param>
/// <param name="Solution">As it was typed; null when no solutions were asked for.</param>
internal sealed record ExportReport(TakenProgram Choice, TakenScores Scores, string ClassName, string Code, string? File, string? Solution)
{
    public ExportJson Json() => new(
        Choice.Configuration.Name,
        PortableNames.Of(Choice.Configuration, Directory.GetCurrentDirectory()).Problem,
        Choice.Id,
        ClassName,
        File,
        Solution,
        Mean(Split.Train),
        Mean(Split.Validation),
        Mean(Split.Test),
        Scores.Program.AllFigures(),
        Scores.Program.IsVerified,
        Code);

    public IRenderable Render() => new Rows(new[]
    {
        File is null ? null : $"Wrote {File}: the class {ClassName}, {Choice.Name} of {Choice.Configuration.Name}.",
        Solution is null ? null : $"Wrote {Solution}: {Words.Count(Scores.Solutions.Values.Sum(split => (long)split.Count), "solution")}.",
        "What it scores, and the commands that find it again, stand above the class.",
    }.OfType<string>().Select(line => new Text(line)));

    private double? Mean(Split split) => Scores.Program.Mean(split) is { } mean ? Choice.Configuration.Measures.InUsersSign(mean) : null;
}

/// <summary>What <c>export</c> tells a script; scores are in the user's sign.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Class">The class's name.</param>
/// <param name="File">Null when no file was written.</param>
/// <param name="Solution">The file of the solutions; null when there is none.</param>
/// <param name="Train">Mean over the split's inputs; null where there are none, or where it did not score.</param>
/// <param name="Code">The whole file.</param>
internal sealed record ExportJson(
    string Run,
    string Problem,
    long Id,
    string Class,
    string? File,
    string? Solution,
    double? Train,
    double? Validation,
    double? Test,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    bool Verified,
    string Code);
