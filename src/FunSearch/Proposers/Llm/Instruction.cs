using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm;

/// <summary>What a chat model is told besides the prompt; the same for every prompt of a run.</summary>
internal static class Instruction
{
    public static string For(EvolvedFunction function) =>
        $"""
        You improve one function of a C# program: `{function.Name}`. The code you are given shows versions of it, each better
        than the one before, and ends with the open header of the next version. Think of what would make that version better still.
        Answer with that one method in C#, complete from its header to its closing brace, and nothing else: no explanation, no other method, no class.
        It may only compute: no files, no network, no console, no clock, no randomness, no threads, and nothing kept between two calls.
        """;
}
