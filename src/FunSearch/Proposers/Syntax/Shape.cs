using FunSearch.Specifications;

namespace FunSearch.Proposers.Syntax;

/// <summary>A variable's type as far as edits understand it.</summary>
/// <param name="Kind">The value's own kind.</param>
/// <param name="Element">For arrays and spans the kind of an element, else null.</param>
/// <param name="Items">For tuples and records the names and kinds of its items, else empty.</param>
internal sealed record Shape(Kind Kind, Kind? Element, IReadOnlyList<(string Name, Kind Kind)> Items)
{
    private static readonly string[] Spans = ["ReadOnlySpan<", "Span<"];

    public static Shape Opaque { get; } = Of(Kind.Opaque);

    public static Shape Of(Kind kind) => new(kind, null, []);

    public static Shape Of(Parameter parameter) => parameter.Members.Count > 0
        ? new(Kind.Opaque, null, [.. parameter.Members.Select(member => (member.Name, Kinds.Named(member.Type)))])
        : Named(parameter.Type);

    /// <param name="type">The type's text: <c>double</c>, <c>int[]</c>, <c>ReadOnlySpan&lt;int&gt;</c>, <c>(int X, int Y)</c>.</param>
    public static Shape Named(string type)
    {
        var text = type.Trim();
        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return new(Kind.Opaque, Kinds.Named(text[..^2].Trim()), []);
        }

        if (Spans.FirstOrDefault(span => text.StartsWith(span, StringComparison.Ordinal)) is { } prefix && text.EndsWith('>'))
        {
            return new(Kind.Opaque, Kinds.Named(text[prefix.Length..^1].Trim()), []);
        }

        return text.StartsWith('(') && text.EndsWith(')') ? new(Kind.Opaque, null, [.. ItemsOf(text[1..^1])]) : Of(Kinds.Named(text));
    }

    public bool Equals(Shape? other) =>
        other is not null && Kind == other.Kind && Element == other.Element && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Kind, Element, Items.Count);

    // A nested tuple or a generic type holds commas of its own: then none of the items is understood.
    private static IEnumerable<(string Name, Kind Kind)> ItemsOf(string items)
    {
        if (items.AsSpan().ContainsAny('(', '<', '['))
        {
            yield break;
        }

        var number = 0;
        foreach (var item in items.Split(',', StringSplitOptions.TrimEntries))
        {
            number++;
            var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return (words.Length > 1 ? words[^1] : $"Item{number}", Kinds.Named(words[0]));
        }
    }
}
