using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Search;
using FunSearch.Tests.Search;

namespace FunSearch.Tests.Replaying;

/// <summary>A language model as a search meets it: it answers in its own time, not always with code, and never twice the same.</summary>
internal sealed class TalkingModel : IProposer
{
    private static readonly PromptWriter Writer = new(LoopFixture.Specification);
    private int _answers;

    public string Name => "model";

    public bool IsDeterministic => false;

    /// <summary>What it is asked.</summary>
    public static string Ask(Prompt prompt) => ChatProposer.Request(Instruction.For(LoopFixture.Specification.Function), Writer.Write(prompt));

    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Some prompts are overtaken by many that were drawn later.
        for (var yields = prompt.Number * 7 % 30; yields >= 0; yields--)
        {
            await Task.Yield();
        }

        var mood = Interlocked.Increment(ref _answers);
        var value = LoopFixture.ValueOf(prompt.Parents[^1].Body) + (mood % 11) - 4;
        var answer = mood % 9 == 0 ? "I would rather not." : $"```csharp\n{{ return {value}; }}\n```";
        var reading = AnswerReader.Read(answer, LoopFixture.Specification.Function, prompt.Parents.Count);
        yield return new Proposal(reading.Body, "model")
        {
            NoCode = reading.NoCode,
            Exchange = new Exchange("model", Ask(prompt), answer, 10, 2),
        };
    }

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
    }
}
