using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FunSearch.Specifications.Reading;
using FunSearch.Tests.EndToEnd;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Docs;

/// <summary>What docs/two-warehouses.md tells, in a short form: fewer days, and a shorter search.</summary>
[Collection(Processes.InTurn)]
public sealed class TwoWarehousesPageTests : IDisposable
{
    private const string Days = "40";
    private const string Samples = "2500";
    private const string Seed = "2";

    private static readonly string Maker = Path.Combine(SourceTree.Root, "docs", "two-warehouses", "make.cs");
    private static readonly string[] Warehouses = ["murcia", "london"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task What_is_trained_at_home_saves_more_there_than_what_was_trained_in_the_other_town()
    {
        await DotnetAsync("run", Maker, "--", ".", "1", Days);
        _folder.Write("best-fit.cs", "public static double Priority(double item, double room, double capacity) => item - room;");

        var (murciaAtHome, londonAtHome) = (await TrainAsync("murcia"), await TrainAsync("london"));

        await IsBestAtHomeAsync("murcia", murciaAtHome, away: "london");
        await IsBestAtHomeAsync("london", londonAtHome, away: "murcia");
    }

    [Fact]
    public async Task One_seed_makes_the_same_days_and_another_seed_others()
    {
        var maker = Compile(Maker, OutputKind.ConsoleApplication);

        await DotnetAsync(maker, "one", "1", "3");
        await DotnetAsync(maker, "again", "1", "3");
        await DotnetAsync(maker, "other", "2", "3");

        Assert.All(Warehouses, town =>
        {
            Assert.Equal(File.ReadAllBytes(Csv("one", town)), File.ReadAllBytes(Csv("again", town)));
            Assert.NotEqual(File.ReadAllBytes(Csv("one", town)), File.ReadAllBytes(Csv("other", town)));
            AreThreeDays(town, File.ReadAllLines(Csv("one", town)));
        });
        Assert.NotEqual(Sizes(File.ReadAllLines(Csv("one", "murcia"))), Sizes(File.ReadAllLines(Csv("one", "london"))));
    }

    [Fact]
    public void The_class_for_production_puts_each_parcel_where_the_priority_says()
    {
        using var folder = new SpecificationFolder();
        DocumentedFiles.Write("two-warehouses.md", folder, "production");
        var file = Compile(Path.Combine(folder.Path, "production", "Cages.cs"), OutputKind.DynamicallyLinkedLibrary);
        var type = Assembly.Load(File.ReadAllBytes(file)).GetType("Cages")!;
        var cages = Activator.CreateInstance(type, 120, (double item, double room, double capacity) => item - room);

        var chosen = new[] { 70, 55, 50, 60, 65 }.Select(litres => type.GetMethod("Load")!.Invoke(cages, [litres]));

        Assert.Equal([0, 1, 0, 1, 2], chosen);
    }

    // Bins a day on its test days of what a search finds.
    private async Task<double> TrainAsync(string town)
    {
        var run = await FunSearchAsync("run", "bin-packing", "--data", $"{town}.csv", "--samples", Samples, "--seed", Seed, "--name", town, "--json");
        await FunSearchAsync("export", town, "--output", $"{town}.cs");
        return LastLine(run).GetProperty("best").GetProperty("test").GetDouble();
    }

    private async Task IsBestAtHomeAsync(string town, double own, string away)
    {
        var (bestFit, fromAway) = (await BinsAsync(town, "best-fit"), await BinsAsync(town, away));
        Assert.True(own < bestFit, $"In {town}, its own program takes {own} bins a day and Best Fit {bestFit}.");
        Assert.True(own < fromAway, $"In {town}, its own program takes {own} bins a day and that of {away} {fromAway}.");
    }

    private static void AreThreeDays(string town, string[] rows)
    {
        Assert.Equal("instance,capacity,size", rows[0]);
        Assert.All(rows[1..], row => Assert.Matches($@"^{town}-00[123],120,\d+$", row));
        Assert.All(Sizes(rows), size => Assert.InRange(size, 1, 120));
        var parcels = rows[1..].CountBy(row => row.Split(',')[0]).ToList();
        Assert.Equal([$"{town}-001", $"{town}-002", $"{town}-003"], parcels.Select(day => day.Key));
        Assert.All(parcels, day => Assert.InRange(day.Value, 120, 180));
    }

    private static IEnumerable<int> Sizes(string[] rows) => rows[1..].Select(row => int.Parse(row.Split(',')[2], CultureInfo.InvariantCulture));

    private string Csv(string folder, string town) => Path.Combine(_folder.Path, folder, $"{town}.csv");

    private async Task<double> BinsAsync(string town, string program)
    {
        var output = await FunSearchAsync("evaluate", "bin-packing", "--data", $"{town}.csv", "--split", "test", "--program", $"{program}.cs", "--json");
        return LastLine(output).GetProperty("score").GetDouble();
    }

    private static JsonElement LastLine(string output) => JsonElement.Parse(output.TrimEnd().Split('\n')[^1]);

    // No limit is meant to strike, on however busy a machine.
    private async Task<string> FunSearchAsync(string command, params string[] arguments)
    {
        string[] patience = command == "export" ? [] : ["--limit", "30s"];
        using var run = await Command.RunAsync(_folder.Path, [command, .. arguments, .. patience]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Output;
    }

    // The SDK takes seconds to build the maker; the page's own command is run by the long test.
    private string Compile(string file, OutputKind kind)
    {
        var around = Surroundings.Ordinary;
        var script = around.ParseOptions.WithFeatures([new("FileBasedProgram", "true")]);
        var trees = around.Trees.Select(tree => $"{tree}").Append(File.ReadAllText(file)).Select(code => CSharpSyntaxTree.ParseText(code, script));
        var assembly = Path.Combine(_folder.Path, Path.ChangeExtension(Path.GetFileName(file), ".dll"));

        var emitted = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(file), trees, around.References, around.Options.WithOutputKind(kind)).Emit(assembly);

        Assert.True(emitted.Success && emitted.Diagnostics.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning), string.Join('\n', emitted.Diagnostics));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "FunSearch.Tests.runtimeconfig.json"), Path.ChangeExtension(assembly, ".runtimeconfig.json"));
        return assembly;
    }

    private async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        // No server of a build may outlive the test.
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
