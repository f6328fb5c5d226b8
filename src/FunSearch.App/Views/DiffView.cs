using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>Draws what changed between two bodies: in colours, or marked <c>[-so-]</c> and <c>{+so+}</c>.</summary>
internal static class DiffView
{
    private static readonly Style Removed = new(foreground: Color.Red, decoration: Decoration.Strikethrough);
    private static readonly Style Added = new(foreground: Color.Green);

    public static IRenderable Render(IReadOnlyList<Piece> pieces, bool inColours)
    {
        if (!inColours)
        {
            return new Text(Marked(pieces));
        }

        var code = new Paragraph();
        foreach (var (change, space, text) in Stretches(pieces))
        {
            code.Append(space);
            code.Append(text, change switch { Change.Removed => Removed, Change.Added => Added, _ => Style.Plain });
        }

        return code;
    }

    /// <summary>With marks, as <c>wdiff</c> writes them.</summary>
    public static string Marked(IReadOnlyList<Piece> pieces) => string.Concat(Stretches(pieces).Select(stretch => stretch.Space + stretch.Change switch
    {
        Change.Removed => $"[-{stretch.Text}-]",
        Change.Added => $"{{+{stretch.Text}+}}",
        _ => stretch.Text,
    }));

    // White space is no change: it stands before the mark, and once where one piece replaces another.
    private static IEnumerable<(Change Change, string Space, string Text)> Stretches(IReadOnlyList<Piece> pieces)
    {
        var before = "";
        foreach (var piece in pieces)
        {
            var text = piece.Text.TrimStart();
            var space = piece.Text[..^text.Length];
            yield return (piece.Change, piece.Change == Change.Added && space == before ? "" : space, text);
            before = piece.Change == Change.Removed ? space : "";
        }
    }
}
