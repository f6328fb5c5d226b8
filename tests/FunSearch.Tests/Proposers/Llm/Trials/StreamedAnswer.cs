using System.Text.Json;

namespace FunSearch.Tests.Proposers.Llm.Trials;

/// <summary>Answers that are written piece by piece.</summary>
internal static class StreamedAnswer
{
    /// <param name="usage">Tokens in and out; null for a server that does not tell.</param>
    /// <param name="end">Why it ends: <c>stop</c> or <c>length</c>.</param>
    public static StubAnswer Of(IEnumerable<string> pieces, (int Input, int Output)? usage, string model = "tiny", string end = "stop")
    {
        var events = pieces.Select(piece => Event(model, piece, null)).Append(Event(model, "", end));
        events = usage is { } tokens ? events.Append(Event(model, tokens.Input, tokens.Output)) : events;
        return new StubAnswer(200, string.Concat(events.Append("[DONE]").Select(json => $"data: {json}\n\n"))) { ContentType = "text/event-stream" };
    }

    private static string Event(string model, string content, string? end) => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 1,
        model,
        choices = new[] { new { index = 0, delta = new { content }, finish_reason = end } },
    });

    private static string Event(string model, int input, int output) => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 1,
        model,
        choices = Array.Empty<object>(),
        usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
    });
}
