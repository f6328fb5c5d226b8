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
        + "register: all else that the main process does. lifted: programs met before with other literals, which are not compiled.")));

    public BenchJson Json() => new(Cores, [.. Results.Select(result => new BenchResultJson(
        result.Problem,
        result.Inputs,
        [.. result.Rows.Select(row => new ThroughputJson(
            row.Workers, row.ProgramsPerSecond, row.SamplesPerSecond, row.Propose, row.Checks, row.Compile, row.Load, row.Jit, row.Run, row.Wire, row.Register,
            row.CompilerCpu, row.RunnerCpu, row.Lifted))],
        [.. result.Ratios.Select(ratio => new RunRatioJson(ratio.Program, ratio.Milliseconds, ratio.Ratio))],
        result.LiteralTrial is { } trial ? new LiteralTrialJson(trial.Milliseconds, trial.Ratio) : null))]);

    private IEnumerable<IRenderable> Render(BenchResult result) =>
    [
        new Text($"{result.Problem}, {Words.Count(result.Inputs, "training input")}, {Words.Count(Cores, "core")}", new Style(decoration: Decoration.Bold)),
        GridView.Draw(
            ["workers", "programs/s", "lifted", "propose", "scan, walls", "compile", "load", "JIT", "run", "wire", "register", "CPU compiler", "CPU runners"],
            Enumerable.Range(0, 13).ToHashSet(),
            result.Rows.Select(row => (Cells(row), Style.Plain))),
        .. result.Ratios.Select(ratio => new Text(
            $"{ratio.Program}: runs {ratio.Milliseconds:0.00} ms as a candidate, {ratio.Ratio:0.00} times the same function compiled ahead and called directly")),
        .. result.LiteralTrial is { } trial
            ? new[] { new Text($"literal trial: best found with another literal takes {trial.Milliseconds:0.00} ms from question to answer, {trial.Ratio:0.00} times its run") }
            : [],
        Text.Empty,
    ];

    private static IEnumerable<string> Cells(Throughput row) =>
        new[] { row.Propose, row.Checks, row.Compile, row.Load, row.Jit, row.Run, row.Wire, row.Register, row.CompilerCpu, row.RunnerCpu }
            .Select(milliseconds => $"{milliseconds:0.00}").Prepend($"{row.Lifted:P0}").Prepend($"{row.ProgramsPerSecond:N0}").Prepend($"{row.Workers}");
}

/// <summary>What <c>bench</c> tells a script.</summary>
internal sealed record BenchJson(int Cores, IReadOnlyList<BenchResultJson> Problems);

/// <param name="Inputs">Training inputs.</param>
/// <param name="LiteralTrial">Null when no literal of the best can be lifted.</param>
internal sealed record BenchResultJson(
    string Problem, int Inputs, IReadOnlyList<ThroughputJson> Rows, IReadOnlyList<RunRatioJson> Ratios, LiteralTrialJson? LiteralTrial);

/// <summary>Milliseconds a program, but for the first three and the last.</summary>
/// <param name="Lifted">The share of programs that were met before, with other literals, and not compiled.</param>
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
    double RunnersCpu,
    double Lifted);

/// <param name="Milliseconds">As a candidate.</param>
/// <param name="Ratio">To the same function compiled ahead and called directly.</param>
internal sealed record RunRatioJson(string Program, double Milliseconds, double Ratio);

/// <param name="Milliseconds">From question to answer.</param>
/// <param name="Ratio">To the program's run.</param>
internal sealed record LiteralTrialJson(double Milliseconds, double Ratio);
