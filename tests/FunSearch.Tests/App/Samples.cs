using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.Tests.App;

/// <summary>A run of a problem about warehouses, made of data: what the views and the reports are shown.</summary>
internal static class Samples
{
    public static Specification Specification { get; } = new()
    {
        Problem = "warehouse",
        Variant = "large",
        Folder = "/problems/warehouse",
        ClassName = "Warehouse",
        Hash = "aa",
        Function = new EvolvedFunction(
            "Priority", "double", [new("double", "item"), new("double", "room")], "/// <summary>How much an item wants a shelf.</summary>"),
        FirstBody = new Body("{\n    return item - room;\n}"),
        Minimise = true,
        Unverifiable = null,
        Splits = [Split.Train, Split.Validation, Split.Test],
        Baselines = ["First Fit", "Best Fit"],
        Figures = ["excess_percent"],
        Known =
        [
            new("FunSearch", 3.11, "large", "excess_percent", "L2", "Nature 625, 468 (2024), table 1"),
            new("FunSearch", 5.30, "large", "excess_percent", "L1", "Nature 625, 468 (2024), table 1"),
            new("somebody", 1, "large", "excess_percent", "nowhere", "never"),
        ],
        Variants = ["large", "small"],
        ReadsData = true,
        Summary = "Fills a warehouse shelf by shelf. Each item goes at once to the shelf with the highest priority.",
        PromptContext = "",
        Constants = [],
        Nameable = [],
        Assembly = [],
        References = [],
    };

    public static Champion Champion { get; } = new(
        new ScoredProgram(1234, new Body("{\n        if (item[0] == room)\n        {\n            return 1;\n        }\n\n        return item - room;\n    }"), new Signature([-205, -207])),
        Examine(["train[0]", "train[1]"], [-205, -207], new() { ["train"] = 3.4067 }),
        Examine(["validation[0]"], [-209.5], new() { ["validation"] = 3.6184 }));

    public static IReadOnlyList<Contender> Baselines { get; } =
    [
        Rival("First Fit", -212, 6.42),
        Rival("Best Fit", -211, 5.81),
    ];

    public static RunConfiguration Configuration { get; } = new()
    {
        Walls = "walls: language wall on, process wall on (Landlock, seccomp), limits on time and memory (by rlimit), killed with all it started",
        Name = "monday",
        Problem = "warehouse:large",
        SpecificationHash = "aa",
        Function = Specification.Function,
        Measures = Specification.Measures,
        Proposer = "embedded",
        Search = new SearchOptions { Seed = 7 },
        Version = "0.1.0",
        Budget = new Budget { Time = TimeSpan.FromMinutes(5), Samples = 20_000 },
    };

    public static RunFacts Facts { get; } = new(Specification, Configuration, 2, "/home/me/.funsearch/store.db", Baselines);

    public static SearchProgress Progress { get; } = new(
        5012,
        -206.0,
        Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, kind => kind switch
        {
            OutcomeKind.Scored => 3210L,
            OutcomeKind.Duplicate => 1500,
            OutcomeKind.DoesNotCompile => 300,
            OutcomeKind.TimedOut => 2,
            _ => 0,
        }),
        Champion,
        [.. Enumerable.Range(0, 10).Select(island => new IslandProgress(-206.125 - island, 30 + island, 300, 0))],
        TimeSpan.FromSeconds(72),
        Spending.None);

    /// <summary>The same with a model's answers among the samples.</summary>
    public static SearchProgress Asked { get; } = Progress with
    {
        Spent = new Spending(40, 52_000, 0.02m),
        Yields = new Dictionary<string, Yield>
        {
            ["capable"] = new(40, 30, 25, 10, new Spending(40, 52_000, 0.02m), TimeSpan.FromSeconds(80)),
            ["swap"] = new(4972, 3400, 3185, 300, Spending.None, TimeSpan.Zero),
        },
    };

    /// <summary>With the test split, as it stands in the last table of a run.</summary>
    public static Contender Best { get; } = OnTest(Contender.Best(Champion), -200, 5.5, 3.2);

    public static IReadOnlyList<Contender> Final { get; } = [Best, OnTest(Baselines[0], -213, 6.42, 5.74), OnTest(Baselines[1], -212, 5.81, 5.37)];

    public static Examination Examine(string[] inputs, double[] scores, Dictionary<string, double> excess) => new(
        new Outcome.Scored(new Signature(scores)),
        inputs,
        new Dictionary<string, IReadOnlyDictionary<string, double>> { ["excess_percent"] = excess },
        IsVerified: true);

    /// <summary>What is written on a console of a width that cannot be redrawn.</summary>
    public static string Text(IRenderable what, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(what);
        return writer.ToString();
    }

    private static Contender Rival(string name, double score, double excess) => new(name, new Dictionary<Split, Examination>
    {
        [Split.Train] = Examine(["train[0]", "train[1]"], [score, score - 2], new() { ["train"] = excess }),
        [Split.Validation] = Examine(["validation[0]"], [score - 3], new() { ["validation"] = excess + 0.1 }),
    });

    private static Contender OnTest(Contender contender, double score, double excess1, double excess2) => contender with
    {
        Splits = new Dictionary<Split, Examination>(contender.Splits)
        {
            [Split.Test] = Examine(["L1/a", "L1/b", "L2/a"], [score, score - 1, score - 100], new() { ["L1"] = excess1, ["L2"] = excess2 }),
        },
    };
}
