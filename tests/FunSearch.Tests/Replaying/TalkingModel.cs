using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Tests.Search;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Replaying;

/// <summary>A language model as a search meets it: it answers in its own time, not always with code, and never twice the same.</summary>
internal sealed partial class TalkingModel : IChatClient
{
    private const int MostAtOnce = 5;

    private static readonly PromptSettings Prompts = new();
    private int _answers;

    /// <summary>A search's proposer that asks it.</summary>
    /// <param name="embedded">Takes the prompts for which it has no time.</param>
    public static ModelProposer Proposer(IProposer? embedded = null)
    {
        var settings = new ModelSettings { Address = "http://127.0.0.1:1/v1#talking", RequestsAtOnce = MostAtOnce };
        var member = new Member("talking", settings, new ModelConnection(new TalkingModel(), "talking"), new PriceQuote(new Price(1, 2), PriceOrigin.Configuration), TimeProvider.System);
        var turns = new Turns([member], ModelChoice.Yield, embedded is null ? 0 : 2, TimeProvider.System);
        return new ModelProposer("model", LoopFixture.Specification, new Briefer(Prompts), Writer(), [member], turns, embedded);
    }

    /// <summary>Derives its search again.</summary>
    public static ReadAgain Author(IProposer? embedded = null) =>
        new(LoopFixture.Specification.Function, new Briefer(Prompts), Writer(), _ => false, embedded);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var dialogue = messages.ToList();
        var mood = Interlocked.Increment(ref _answers);

        // Some prompts are overtaken by many that were drawn later.
        for (var yields = mood * 7 % 30; yields >= 0; yields--)
        {
            await Task.Yield();
        }

        var value = int.Parse(Number().Matches(dialogue[0].Text)[^1].Groups[1].Value) + (mood % 11) - 4;
        var answer = mood % 9 == 0 ? "I would rather not." : $"```csharp\n{{ return {value}; }}\n```";
        yield return new ChatResponseUpdate(ChatRole.Assistant, answer);
        yield return new ChatResponseUpdate { Contents = [new UsageContent(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 2 })] };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static PromptWriter Writer() => new(LoopFixture.Specification, Prompts, "Math");

    [GeneratedRegex(@"return (-?\d+);")]
    private static partial Regex Number();
}
