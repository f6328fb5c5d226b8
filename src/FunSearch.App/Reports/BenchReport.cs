using FunSearch.App.Benching;
using FunSearch.App.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>bench</c> tells.</summary>
/// <param name="Cores">Of this machine.</param>
internal sealed record BenchReport(int Cores, IReadOnlyList<BenchResult> Results)
{
    public IRenderable Render() => new Rows(Results.SelectMany(Render).Append(new Text(
        "Milliseconds a program: propose to wire on the clock, register and the last two of processor time. wire: between asking a runner and its answer. "
        + "register: all else that the main process does.")));

    public BenchJson Json() => new(Cores, [.. Results.Select(result => new BenchResultJson(
        result.Problem,
        result.Inputs,
        [.. result.Rows.Select(row => new ThroughputJson(
            row.Workers, row.ProgramsPerSecond, row.SamplesPerSecond, row.Propose, row.Checks, row.Compile, row.Load, row.Jit, row.Run, row.Wire, row.Register,
            row.CompilerCpu, row.RunnerCpu))],
        [.. result.Ratios.Select(ratio => new RunRatioJson(ratio.Program, ratio.Milliseconds, ratio.Ratio))]))]);

    private IEnumerable<IRenderable> Render(BenchResult result) =>
    [
        new Text($"{result.Problem}, {Words.Count(result.Inputs, "training input")}, {Words.Count(Cores, "core")}", new Style(decoration: Decoration.Bold)),
        GridView.Draw(
            ["workers", "programs/s", "propose", "scan, walls", "compile", "load", "JIT", "run", "wire", "register", "CPU compiler", "CPU runners"],
            Enumerable.Range(0, 12).ToHashSet(),
            result.Rows.Select(row => (Cells(row), Style.Plain))),
        .. result.Ratios.Select(ratio => new Text(
            $"{ratio.Program}: runs {ratio.Milliseconds:0.00} ms as a candidate, {ratio.Ratio:0.00} times the same function compiled ahead and called directly")),
        Text.Empty,
    ];

    private static IEnumerable<string> Cells(Throughput row) =>
        new[] { row.Propose, row.Checks, row.Compile, row.Load, row.Jit, row.Run, row.Wire, row.Register, row.CompilerCpu, row.RunnerCpu }
            .Select(milliseconds => $"{milliseconds:0.00}").Prepend($"{row.ProgramsPerSecond:N0}").Prepend($"{row.Workers}");
}

/// <summary>What <c>bench</c> tells a script.</summary>
internal sealed record BenchJson(int Cores, IReadOnlyList<BenchResultJson> Problems);

/// <param name="Inputs">Training inputs.</param>
internal sealed record BenchResultJson(string Problem, int Inputs, IReadOnlyList<ThroughputJson> Rows, IReadOnlyList<RunRatioJson> Ratios);

/// <summary>Milliseconds a program, but for the first three.</summary>
internal sealed record ThroughputJson(
    int Workers,
    double ProgramsPerSecond,
    double SamplesPerSecond,
    double Propose,
    double Checks,
    double Compile,
    double Load,
    double Jit,
    double Run,
    double Wire,
    double Register,
    double CompilerCpu,
    double RunnersCpu);

/// <param name="Milliseconds">As a candidate.</param>
/// <param name="Ratio">To the same function compiled ahead and called directly.</param>
internal sealed record RunRatioJson(string Program, double Milliseconds, double Ratio);
