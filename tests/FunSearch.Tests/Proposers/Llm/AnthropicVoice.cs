using System.Globalization;
using FunSearch.Proposers.Llm;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>How a server says something in Anthropic's protocol, always bit by bit.</summary>
internal sealed record AnthropicVoice() : StubVoice("anthropic", Streams: true)
{
    public override ModelEndpoint Endpoint(StubServer server) => new(Provider.Named("anthropic"), new Uri(server.Address), "tiny");

    public override StubAnswer Says(IReadOnlyList<string> pieces, (int Input, int Output)? usage) =>
        Stream([Start(usage?.Input), .. pieces.Select(Piece), .. End(usage?.Output)]);

    public override StubAnswer Whole(IReadOnlyList<string> pieces, (int Input, int Output)? usage) => new(200, Json(new
    {
        id = "1",
        type = "message",
        role = "assistant",
        model = "tiny",
        content = new[] { new { type = "text", text = string.Concat(pieces) } },
        stop_reason = "end_turn",
        usage = new { input_tokens = usage?.Input, output_tokens = usage?.Output },
    }));

    // There are no choices in this protocol.
    public override StubAnswer SaysTwice(string first, string second, (int Input, int Output) usage) => Says([first], usage);

    public override StubAnswer Begins(string piece, string rest = "") => Stream([Start(input: 11), Piece(piece), rest]);

    private static string Start(int? input) => Event("message_start", Json(new
    {
        type = "message_start",
        message = new { id = "1", type = "message", role = "assistant", model = "tiny", content = Array.Empty<int>(), usage = new { input_tokens = input ?? 0, output_tokens = 1 } },
    })) + Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""");

    private static string Piece(string text) =>
        Event("content_block_delta", Json(new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text } }));

    private static IEnumerable<string> End(int? output) =>
    [
        Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        Event("message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":{{{(output ?? 0).ToString(CultureInfo.InvariantCulture)}}}}}"""),
        Event("message_stop", """{"type":"message_stop"}"""),
    ];

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}
