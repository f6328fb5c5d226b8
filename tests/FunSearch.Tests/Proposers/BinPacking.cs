using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Randomness;
using FunSearch.Specifications;

namespace FunSearch.Tests.Proposers;

/// <summary>A function to ask for, and prompts of its kind.</summary>
internal static class BinPacking
{
    public static readonly EvolvedFunction Function = new(
        "Priority", "double", [new("double", "item"), new("double", "room"), new("double", "capacity")], "");

    private static readonly string[] Bodies =
    [
        "{ return item - room; }",
        "{ return -(room - item) * (room - item); }",
        "{ return room - item < 8 ? 100 - (room - item) : item - room; }",
        "{ return item / room; }",
    ];

    public static Prompt Prompt(long number = 1) =>
        new(number, [Parent(number), Parent(number + 1)], new SeededRandom(7, SeededRandom.Stream.Proposal, number));

    public static Specification Specification { get; } = new()
    {
        Problem = "bins",
        Variant = "",
        Folder = "/bins",
        ClassName = "Bins",
        Hash = "",
        Function = Function,
        FirstBody = new Body(Bodies[0]),
        Minimise = false,
        Unverifiable = null,
        Splits = [Split.Train],
        Baselines = [],
        Figures = [],
        Known = [],
        Variants = [],
        ReadsData = false,
        Summary = "Online bin packing.",
        PromptContext = "/// <summary>Online bin packing: each item goes at once into the open bin with the highest priority.</summary>",
        Constants = [],
        Nameable = [],
        Assembly = [],
        References = [],
    };

    public static PromptWriter Writer { get; } = new(Specification, new PromptSettings(), "Math");

    private static ScoredProgram Parent(long id) => new(id, new Body(Bodies[(int)(id % Bodies.Length)]), new Signature([id]));
}
