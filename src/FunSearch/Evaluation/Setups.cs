using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>What a worker is told of a problem.</summary>
internal static class Setups
{
    public static SetUpCompiler ForCompiler(Specification specification) => new(new CompilerSetup(
        specification.ClassName,
        specification.Function.Name,
        specification.Function.HeaderAs(specification.Function.Name),
        specification.Assembly,
        specification.References,
        specification.Nameable));

    public static SetUpRunner ForRunner(Specification specification, UserData? data, Limits limits) => new(
        specification.Assembly,
        specification.References,
        specification.ClassName,
        specification.Variant,
        specification.Folder,
        data is null ? null : new DataFiles(
            [.. data.Files.Select(file => new DataFile(file.Key.Word(), file.Value))],
            data.Percentages ?? []),
        limits.MemoryBytes);

    /// <summary>Which files and folders a runner reads, by absolute path.</summary>
    public static IReadOnlyList<string> ReadBy(SetUpRunner setup) =>
    [
        setup.Folder,
        .. (setup.Data?.Files ?? []).Select(file => file.Path),
        .. setup.References.Select(path => Path.GetDirectoryName(path)!).Distinct(),
    ];
}
