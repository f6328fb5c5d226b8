using FunSearch.Evaluation;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class InputTests : IDisposable
{
    private const string ReadsRows = """
        [Data] public static IEnumerable<Box> Read(string path)
        {
            var line = 0;
            foreach (var row in File.ReadLines(path))
            {
                line++;
                yield return double.TryParse(row, out var number)
                    ? new Box($"row {line}", [number])
                    : throw new FormatException($"{Path.GetFileName(path)}({line}): '{row}' is no number.");
            }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("inputs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Inputs_are_made_in_the_specifications_folder_and_know_the_variant()
    {
        File.WriteAllText(Path.Combine(_folder, "name.txt"), "of the file");
        var problem = new Weighing
        {
            Folder = _folder,
            Variant = "or",
            Inputs = """
                [Inputs("train")] public static Box[] Train(string variant) => [new(variant, [1]), new(File.ReadAllText("name.txt"), [1])];
                [Inputs("test")] public static List<Box> Test() => [new("", [1])];
                """,
        };

        var inputs = await InputsAsync(problem);

        Assert.Equal(["or", "of the file"], inputs[Split.Train]);
        Assert.Equal(["test[0]"], inputs[Split.Test]);
        Assert.False(inputs.ContainsKey(Split.Validation));
    }

    [Fact]
    public async Task One_file_is_split_in_its_own_order()
    {
        var data = Rows("1", "2", "3", "4", "5") with { Percentages = [60, 20, 20] };

        var inputs = await InputsAsync(new Weighing { More = ReadsRows }, data);

        Assert.Equal(["row 1", "row 2", "row 3"], inputs[Split.Train]);
        Assert.Equal(["row 4"], inputs[Split.Validation]);
        Assert.Equal(["row 5"], inputs[Split.Test]);
    }

    [Fact]
    public async Task A_file_a_split_is_taken_whole()
    {
        var train = Rows("1", "2").Files[Split.Train];
        var data = new UserData(new Dictionary<Split, string> { [Split.Train] = train, [Split.Test] = train }, Percentages: null);

        var inputs = await InputsAsync(new Weighing { More = ReadsRows }, data);

        Assert.Equal(["row 1", "row 2"], inputs[Split.Train]);
        Assert.Equal(["row 1", "row 2"], inputs[Split.Test]);
    }

    [Fact]
    public async Task A_bad_row_is_told_as_the_specification_tells_it() => Assert.Equal(
        "weighing: Read, marked [Data], threw FormatException: rows.txt(2): 'two' is no number.",
        await MistakeAsync(new Weighing { More = ReadsRows }, Rows("1", "two")));

    [Fact]
    public async Task Too_few_rows_are_not_divided() => Assert.Equal(
        $"weighing: '{Path.Combine(_folder, "rows.txt")}' holds 2 inputs, too few to be divided into 60, 20, 20 percent. Each split needs one.",
        await MistakeAsync(new Weighing { More = ReadsRows }, Rows("1", "2") with { Percentages = [60, 20, 20] }));

    [Fact]
    public async Task A_specification_that_reads_no_files_says_so() => Assert.Equal(
        "weighing: The specification reads no files: no method of it is marked [Data]. Mark one that takes a file's path and returns inputs, or leave the data out.", await MistakeAsync(new Weighing(), Rows("1")));

    [Fact]
    public async Task Equal_names_are_refused() => Assert.Equal(
        "weighing: Inputs 0 and 2 of train are both named 'a'. Each needs a name of its own: results are told by it.",
        await MistakeAsync(Inputs("[new(\"a\", []), new(\"b\", []), new(\"a\", [])]")));

    [Fact]
    public async Task An_empty_training_split_is_refused() => Assert.Equal(
        "weighing: There is no training input. At least one is needed: the search learns from training inputs.",
        await MistakeAsync(Inputs("[]")));

    [Fact]
    public async Task Inputs_that_end_their_process_are_refused() => Assert.Equal(
        "weighing: The process that makes the inputs ended: exit code 7.", await MistakeAsync(Inputs("[new(\"a\", End())]") with
        {
            More = "static double[] End() { Environment.Exit(7); return []; }",
        }));

    [Fact]
    public async Task An_input_whose_name_cannot_be_told_is_refused() => Assert.Equal(
        "weighing: The specification could not be loaded, or its inputs not named: FormatException: No name for this.",
        await MistakeAsync(new Weighing
        {
            Inputs = """
                public sealed class Nameless { public string Name => throw new FormatException("No name for this."); }
                [Inputs("train")] public static Nameless[] Train() => [new()];
                """,
            Run = "[Run] public static Weights Weigh(Nameless box) => new([Weight(1, [1])]);",
            Score = "[Score] public static double Sum(Nameless box, Weights weights) => weights.Values.Sum();",
            Verify = "",
        }));

    [Fact]
    public async Task A_static_constructor_that_throws_is_told_by_its_reason() => Assert.Equal(
        "weighing: Train, marked [Inputs(\"train\")], threw FormatException: No sizes.",
        await MistakeAsync(Inputs("[new(\"a\", Sizes.All)]") with
        {
            More = "static class Sizes { public static readonly double[] All = Read(); static double[] Read() => throw new FormatException(\"No sizes.\"); }",
        }));

    [Fact]
    public async Task Inputs_beyond_the_memory_limit_are_refused() => Assert.Equal(
        "weighing: Train, marked [Inputs(\"train\")], threw OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was thrown.",
        await MistakeAsync(Inputs("Enumerable.Range(0, 100).Select(i => new Box($\"{i}\", new double[10_000_000])).ToArray()")));

    [Fact]
    public async Task An_unknown_variant_is_told_the_listed_ones()
    {
        var problem = new Weighing
        {
            Variant = "x",
            Variants = ["or", "weibull"],
            Inputs = "[Inputs(\"train\")] public static Box[] Train(string variant) => throw new ArgumentException($\"There is no variant '{variant}'.\");",
        };

        Assert.Equal(
            "weighing:x: Train, marked [Inputs(\"train\")], threw ArgumentException: There is no variant 'x'. Variants that it lists: or, weibull.",
            await MistakeAsync(problem));
    }

    [Fact]
    public async Task Inputs_that_differ_between_two_processes_are_refused()
    {
        var unseeded = Inputs("[new($\"{Environment.ProcessId}\", [1])]").Build();
        await using var evaluator = await WorkerEvaluator.StartAsync(
            unseeded, data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<SpecificationException>(() => evaluator.ExamineAsync(
            new Subject.Candidate(unseeded.FirstBody), Split.Train, TestContext.Current.CancellationToken));

        Assert.Equal(
            "weighing: Made twice, the inputs have different names. They must be the same every time: seed the generator that makes them.",
            exception.Message);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_named() => Assert.Equal(
        $"weighing: The specification's folder '{_folder}/gone' is not there.", await MistakeAsync(new Weighing { Folder = $"{_folder}/gone" }));

    private static Weighing Inputs(string expression) =>
        new() { Inputs = $"[Inputs(\"train\")] public static Box[] Train() => {expression};" };

    private UserData Rows(params string[] rows)
    {
        var path = Path.Combine(_folder, "rows.txt");
        File.WriteAllLines(path, rows);
        return new UserData(new Dictionary<Split, string> { [Split.Train] = path }, Percentages: null);
    }

    private static async Task<string> MistakeAsync(Weighing problem, UserData? data = null) =>
        (await Assert.ThrowsAsync<SpecificationException>(() => InputsAsync(problem, data))).Message;

    private static async Task<IReadOnlyDictionary<Split, IReadOnlyList<string>>> InputsAsync(Weighing problem, UserData? data = null)
    {
        await using var evaluator = await WorkerEvaluator.StartAsync(
            problem.Build(), data, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);
        return evaluator.Inputs;
    }
}
