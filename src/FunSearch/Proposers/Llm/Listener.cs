using System.Text;
using FunSearch.Proposers.Answers;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>What a model said.</summary>
/// <param name="Usage">As the server counted it; null where it did not tell, or had no chance to.</param>
internal sealed record Heard(string Text, UsageDetails? Usage);

/// <summary>Asks a model, and listens until it has said enough: what would follow is paid for and thrown away.</summary>
internal static class Listener
{
    /// <summary>Hangs up as soon as <paramref name="isEnough"/> says so of what was said until then.</summary>
    public static async Task<Heard> AskAsync(
        IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions options, Func<string, bool> isEnough, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        UsageDetails? usage = null;
        await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            said.Append(update.Text);
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;

            // Only what ends a method can complete one: the whole text is not read again for every word.
            if (said.Length > AnswerReader.LongestAnswer || (update.Text.AsSpan().ContainsAny('}', ';') && isEnough(said.ToString())))
            {
                break;
            }
        }

        return new Heard(said.ToString(), usage);
    }
}
