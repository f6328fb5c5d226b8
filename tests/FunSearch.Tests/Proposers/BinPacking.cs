using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Specifications;

namespace FunSearch.Tests.Proposers;

/// <summary>A function to ask for, and prompts of its kind.</summary>
internal static class BinPacking
{
    public const string Instruction =
        "Complete the C# method. Answer with the method alone, in one code block: plain arithmetic on its parameters, no other types.";

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
        new(number, [Parent(number), Parent(number + 1)], new FunSearch.Search.SeededRandom(7, FunSearch.Search.SeededRandom.Stream.Proposal, number));

    public static string Write(Prompt prompt) =>
        $$"""
        /// <summary>Online bin packing: each item goes at once into the open bin with the highest priority.</summary>

        {{Function.HeaderAs("Priority_v0")}}
        {{prompt.Parents[0].Body}}

        /// <summary>Improved version of Priority_v0.</summary>
        {{Function.HeaderAs("Priority_v1")}}
        {{prompt.Parents[1].Body}}

        /// <summary>Improved version of Priority_v1.</summary>
        {{Function.HeaderAs("Priority_v2")}}
        {
        """;

    private static ScoredProgram Parent(long id) => new(id, new Body(Bodies[(int)(id % Bodies.Length)]), new Signature([id]));
}
