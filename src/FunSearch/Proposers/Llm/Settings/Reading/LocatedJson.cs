using System.Text;
using System.Text.Json;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>A JSON value that knows its line, so that a mistake in it can be told with its place.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What a string says, or a number as it is written; empty for all others.</param>
internal sealed record LocatedJson(JsonValueKind Kind, int Line, string Text = "")
{
    /// <summary>Of an object, in their order; a name may stand twice.</summary>
    public IReadOnlyList<LocatedMember> Members { get; private init; } = [];

    /// <summary>Of a list.</summary>
    public IReadOnlyList<LocatedJson> Items { get; private init; } = [];

    /// <summary>The value under a name; null when there is none, or this is no object.</summary>
    public LocatedJson? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>Reads a document: no comments, no trailing commas, nothing behind it.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static LocatedJson Parse(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            var json = Read(ref reader, bytes);
            reader.Read();
            return json;
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, written as an escape.
            throw new JsonException(exception.Message, path: null, LineOf(ref reader, bytes) - 1, bytePositionInLine: null, exception);
        }
    }

    private static LocatedJson Read(ref Utf8JsonReader reader, byte[] bytes)
    {
        var line = LineOf(ref reader, bytes);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedJson(JsonValueKind.Object, line) { Members = ReadMembers(ref reader, bytes) },
            JsonTokenType.StartArray => new LocatedJson(JsonValueKind.Array, line) { Items = ReadItems(ref reader, bytes) },
            JsonTokenType.String => new LocatedJson(JsonValueKind.String, line, reader.GetString()!),
            JsonTokenType.Number => new LocatedJson(JsonValueKind.Number, line, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new LocatedJson(JsonValueKind.True, line),
            JsonTokenType.False => new LocatedJson(JsonValueKind.False, line),
            _ => new LocatedJson(JsonValueKind.Null, line),
        };
    }

    private static List<LocatedMember> ReadMembers(ref Utf8JsonReader reader, byte[] bytes)
    {
        var members = new List<LocatedMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, line) = (reader.GetString()!, LineOf(ref reader, bytes));
            reader.Read();
            members.Add(new LocatedMember(name, line, Read(ref reader, bytes)));
        }

        return members;
    }

    private static List<LocatedJson> ReadItems(ref Utf8JsonReader reader, byte[] bytes)
    {
        var items = new List<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, bytes));
        }

        return items;
    }

    private static int LineOf(ref Utf8JsonReader reader, byte[] bytes) => bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
}

/// <param name="Line">Of the name.</param>
internal sealed record LocatedMember(string Name, int Line, LocatedJson Value);
