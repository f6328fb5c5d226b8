using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>What a worker is told of a problem.</summary>
internal static class Setups
{
    /// <summary>Rounds of loops and calls for each second of the limit: 50 ns for a round. An empty one takes 1 ns, one with a sine 20: so
    /// fuel strikes before time does on a busy machine too, and the verdict is the same everywhere.</summary>
    private const long FuelPerSecond = 20_000_000;

    /// <summary>A candidate may allocate this many times what it may hold: most of it is soon free again.</summary>
    private const int AllocationsPerByte = 10;

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
        limits.MemoryBytes,
        Fuel(limits),
        Allocation(limits));

    /// <summary>Which files and folders a runner reads, by absolute path.</summary>
    public static IReadOnlyList<string> ReadBy(SetUpRunner setup) =>
    [
        setup.Folder,
        .. (setup.Data?.Files ?? []).Select(file => file.Path),
        .. setup.References.Select(path => Path.GetDirectoryName(path)!).Distinct(),
    ];

    private static long Fuel(Limits limits) => (long)Math.Min(FuelPerSecond * limits.Time.TotalSeconds, long.MaxValue / 2);

    private static long Allocation(Limits limits) => (long)Math.Min((double)AllocationsPerByte * limits.MemoryBytes, long.MaxValue / 2);
}
