using System.Text.Json;
using System.Xml.Linq;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What is taken away stands by itself, and is what was found.</summary>
[Collection(Processes.InTurn)]
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_exported_heuristic_packs_outside_of_the_house_as_well_as_its_scores_say()
    {
        await SearchAsync("bin-packing", "--samples", "200", "--seed", "3");
        using var export = await Command.RunAsync(_folder.Path, "export", "mine", "--solution", "packings.json");
        Assert.True(export.ExitCode == 0, export.Errors);
        var instances = Instances();

        var bins = await ConsoleProject.RunAsync(Path.Combine(_folder.Path, "OnlineBinPackingPriority.cs"), Packer(instances));

        using var solutions = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "packings.json")));
        var tests = solutions.RootElement.GetProperty("solutions").EnumerateArray()
            .Where(solution => solution.GetProperty("name").GetString()!.StartsWith("OR1/", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, tests.Count);
        Assert.Equal(tests.Select(test => $"{test.GetProperty("score").GetDouble()}"), bins);
        Assert.All(tests.Zip(instances), pair => Assert.Equal(
            pair.First.GetProperty("score").GetDouble(), BinsOfAValidPacking(pair.First.GetProperty("solution"), pair.Second)));
        Assert.True(solutions.RootElement.GetProperty("verified").GetBoolean());
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Types_of_the_signature_and_what_a_callable_needs_come_along()
    {
        _folder.Write("Shops.cs", Shops);
        await SearchAsync("./Shops.cs", "--samples", "1", "--seed", "1");
        using var export = await Command.RunAsync(_folder.Path, "export", "mine", "--program", "0");
        Assert.True(export.ExitCode == 0, export.Errors);

        var values = await ConsoleProject.RunAsync(Path.Combine(_folder.Path, "ShopsPreference.cs"), """
            var machine = new ShopsPreference.Machine(2, [30, 90]);
            var job = new ShopsPreference.Job(10, (3, true));
            Console.WriteLine(ShopsPreference.Preference(machine, job, [1.0, 2.0], (5, [7, 8])));
            Console.WriteLine(ShopsPreference.Preference(machine with { Loads = [6] }, job, [1.0, 2.0], (5, [7, 8])));
            """);

        // 120 of 60 an hour is busy: (120 / 60)² and 2 for each of urgent, highest and the two loads; 6 of 60 is calm: 0.1.
        Assert.Equal(["-12", "-8.1"], values);
        using var again = await Command.RunAsync(_folder.Path, "evaluate", "./Shops.cs", "--program", "ShopsPreference.cs", "--json");
        Assert.True(again.ExitCode == 0, again.Output + again.Errors);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_file_says_the_same_each_time_and_its_commands_find_its_scores_again()
    {
        await SearchAsync("bin-packing", "--samples", "30", "--seed", "3");
        using var first = await Command.RunAsync(_folder.Path, "export", "mine", "--json");
        using var second = await Command.RunAsync(_folder.Path, "export", "mine", "--json", "--force");
        Assert.Equal(LastLine(first).ToString(), LastLine(second).ToString());
        var code = LastLine(first).GetProperty("code").GetString()!;
        Assert.Equal(code, File.ReadAllText(Path.Combine(_folder.Path, "OnlineBinPackingPriority.cs")));

        var documentation = XElement.Parse($"<doc>{string.Join('\n', code.Split('\n').SkipWhile(line => !line.StartsWith("///", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..]))}</doc>").Value;
        var commands = documentation.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("funsearch evaluate ", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, commands.Count);
        foreach (var (command, split) in commands.Zip(["train", "validation", "test"]))
        {
            using var evaluated = await Command.RunAsync(_folder.Path, [.. command.Split(' ').Skip(1), "--json"]);
            var score = LastLine(evaluated).GetProperty("score").GetDouble();
            Assert.Equal(LastLine(first).GetProperty(split).GetDouble(), score);
            Assert.Contains($"{score:R}", documentation, StringComparison.Ordinal);
        }

        Assert.All(["Run mine, begun on ", "30 samples", "seed 3", "proposer embedded", "Best Fit", "Verified"], words => Assert.Contains(words, documentation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_as_it_is_unless_it_is_forced()
    {
        await SearchAsync("bin-packing", "--samples", "1", "--seed", "1");
        var file = _folder.Write("Priority.cs", "// mine");

        using var refused = await Command.RunAsync(_folder.Path, "export", "mine", "--output", "Priority.cs");
        var left = File.ReadAllText(file);
        using var forced = await Command.RunAsync(_folder.Path, "export", "mine", "--output", "Priority.cs", "--force");

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("There is a file 'Priority.cs' already, and it was left as it is. --force replaces it; or name another file.", refused.Errors.Trim());
        Assert.Equal("// mine", left);
        Assert.True(forced.ExitCode == 0, forced.Errors);
        Assert.Contains("public static class OnlineBinPackingPriority", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(["Priority.cs"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_sample_that_did_not_score_is_told_and_not_exported()
    {
        var answers = new[] { "{ return item / missing; }", "I cannot do that.", "{ return room - item; }", "{ return room-item; }" };
        _folder.Write("answers.jsonl", string.Join('\n', answers.Select(answer => JsonSerializer.Serialize(new { answer }))));
        await SearchAsync("bin-packing", "--proposer", "recorded:answers.jsonl");

        var told = new List<string>();
        foreach (var sample in new[] { "1", "2", "4", "99" })
        {
            using var export = await Command.RunAsync(_folder.Path, "export", "mine", "--program", sample, "--output", "-");
            Assert.Equal(1, export.ExitCode);
            Assert.Empty(export.Output.Trim());
            told.Add(export.Errors.Trim());
        }

        Assert.StartsWith("Sample 1 cannot be exported: it did not score, does not compile. ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Sample 2 cannot be exported: it has no code. ", told[1], StringComparison.Ordinal);
        Assert.Equal("Sample 4 cannot be exported: it has the same tokens as sample 3, which was run in its place: --program 3", told[2]);
        Assert.StartsWith("The run 'mine' has no sample 99.", told[3], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Without_its_specification_a_program_is_exported_with_what_the_store_has()
    {
        var file = _folder.Write("Guess.cs", Guess);
        await SearchAsync("./Guess.cs", "--samples", "20", "--seed", "1");
        using var noSolutions = await Command.RunAsync(_folder.Path, "export", "mine", "--solution", "s.json");

        _folder.Write("Guess.cs", Guess.Replace("40", "41", StringComparison.Ordinal));
        using var changed = await Command.RunAsync(_folder.Path, "export", "mine", "--output", "-");
        using var refused = await Command.RunAsync(_folder.Path, "export", "mine", "--output", "x.cs", "--solution", "s.json");
        File.Delete(file);
        using var gone = await Command.RunAsync(_folder.Path, "export", "mine", "--output", "-");

        Assert.Equal(1, noSolutions.ExitCode);
        Assert.Contains("has no solutions: no method is marked [Score]", noSolutions.Errors, StringComparison.Ordinal);
        Assert.True(changed.ExitCode == 0, changed.Errors);
        Assert.Contains("has changed since the run began.", changed.Errors, StringComparison.Ordinal);
        Assert.Contains("public static double Value(double x)", changed.Output, StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--solution runs the program again", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, changed.Output), (gone.ExitCode, gone.Output));
        Assert.Contains("cannot be read", gone.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), path => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith("x.cs", StringComparison.Ordinal));
    }

    private async Task SearchAsync(string problem, params string[] options)
    {
        using var run = await Command.RunAsync(_folder.Path, ["run", problem, "--name", "mine", "--limit", "30s", .. options]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    private static JsonElement LastLine(Command command)
    {
        Assert.True(command.ExitCode == 0, command.Output + command.Errors);
        using var json = JsonDocument.Parse(command.Output.TrimEnd().Split('\n')[^1]);
        return json.RootElement.Clone();
    }

    /// <summary>Bins of capacity 150 with the sizes of OR1, read from the file and not by the problem's own code.</summary>
    private static List<int[]> Instances()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "problems", "BinPacking", "data", "or1.json")));
        var instances = json.RootElement.GetProperty("instances").EnumerateArray().ToList();
        Assert.All(instances, instance => Assert.Equal(150, instance.GetProperty("capacity").GetInt32()));
        return [.. instances.Select(instance => instance.GetProperty("items").EnumerateArray().Select(item => item.GetInt32()).ToArray())];
    }

    private static string Packer(IEnumerable<int[]> instances) => $$"""
        int[][] instances = [{{string.Join(",\n", instances.Select(items => $"[{string.Join(',', items)}]"))}}];
        foreach (var items in instances)
        {
            var rooms = new List<int>();
            foreach (var item in items)
            {
                // One empty bin stands behind those that are open.
                rooms.Add(150);
                var best = -1;
                var highest = double.NegativeInfinity;
                for (var bin = 0; bin < rooms.Count; bin++)
                {
                    if (rooms[bin] >= item && (best < 0 || OnlineBinPackingPriority.Priority(item, rooms[bin], 150) > highest))
                    {
                        best = bin;
                        highest = OnlineBinPackingPriority.Priority(item, rooms[bin], 150);
                    }
                }

                rooms[best] -= item;
                if (rooms[^1] == 150)
                {
                    rooms.RemoveAt(rooms.Count - 1);
                }
            }

            Console.WriteLine(rooms.Count);
        }
        """;

    private static int BinsOfAValidPacking(JsonElement packing, int[] items)
    {
        var bins = packing.GetProperty("BinOfItem").EnumerateArray().Select(bin => bin.GetInt32()).ToArray();
        Assert.Equal(items.Length, bins.Length);
        Assert.All(bins.Zip(items).GroupBy(pair => pair.First), bin => Assert.True(bin.Sum(pair => pair.Second) <= 150));
        return bins.Distinct().Count();
    }

    private const string Guess = """
        using FunSearch;

        /// <summary>A line through points.</summary>
        public static class Guess
        {
            [Inputs("train")] public static IEnumerable<double> Train() => [1, 2, 3];

            [Run(Minimise = true)] public static double Error(double x) => Math.Abs(40 * x - Value(x));

            [Evolve] public static double Value(double x) => x;
        }
        """;

    private const string Shops = """
        using System.Numerics;
        using FunSearch;

        namespace Works.Planning;

        /// <summary>Jobs &amp; machines of a shop: <c>a &lt; b</c>.</summary>
        public static class Shops
        {
            /// <summary>A machine with what lies on it.</summary>
            public sealed record Machine(double Speed, double[] Loads)
            {
                public double Total => Loads.Sum();
            }

            public readonly record struct Job(double Size, (int Day, bool IsUrgent) Due);

            public sealed record Day(string Name, Machine[] Machines, Job[] Jobs);

            private const double Hour = 60;

            private enum Mood
            {
                Calm,
                Busy,
            }

            [Inputs("train")]
            public static IEnumerable<Day> Train() => [new("monday", [new(1, [3]), new(2, [4, 5])], [new(10, (1, true)), new(20, (2, false))])];

            [Run]
            public static int[] Assign(Day day) => [.. day.Jobs.Select(job => Enumerable.Range(0, day.Machines.Length)
                .MaxBy(machine => Preference(day.Machines[machine], job, [1.0], (2, [3]))))];

            [Score(Minimise = true)]
            public static double Makespan(Day day, int[] machines) => machines.Select((machine, job) => day.Jobs[job].Size / day.Machines[machine].Speed).Sum();

            [Verify]
            public static IEnumerable<string> Violations(Day day, int[] machines) => machines.Length == day.Jobs.Length ? [] : ["Too few."];

            /// <summary>How much lies on a machine.</summary>
            [Callable]
            public static double Pressure(Shops.Machine machine) => MoodOf(machine) == Mood.Busy ? Squared((float)(machine.Total / Hour)) : machine.Total / Hour;

            /// <summary>Nobody calls it: it need not come along.</summary>
            [Callable]
            public static double Unused(double x) => x + File.ReadAllText("table.txt").Length;

            /// <summary>How much a machine wants a job.</summary>
            [Evolve]
            public static double Preference(Machine machine, Job job, ReadOnlySpan<double> highest, (double Lowest, double[] All) loads) =>
                -Pressure(machine) - (job.Due.IsUrgent ? 2 : 0) - highest.Length - 2 * loads.All.Length;

            private static Mood MoodOf(Machine machine) => machine.Total > Hour ? Mood.Busy : Mood.Calm;

            private static double Squared(float x) => Vector2.Dot(new Vector2(x, 0), new Vector2(x, 0));
        }
        """;
}
