using DiffPlex;
using FunSearch.Lexing;
using FunSearch.Programs;
using FunSearch.Runs;

namespace FunSearch.App.Views;

/// <summary>What became of a stretch of code.</summary>
internal enum Change
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of code, with the white space before it.</summary>
internal sealed record Piece(Change Change, string Text);

/// <summary>Two bodies compared token by token: a body is often one long line, of which a comparison of lines would say nothing.</summary>
internal static class TokenDiff
{
    /// <summary>The newer body in pieces, and before each piece that is new what it replaced. White space does not count as a change.</summary>
    public static IReadOnlyList<Piece> Between(Body older, Body newer)
    {
        var diff = Differ.Instance.CreateDiffs(
            CodeText.Block(older), CodeText.Block(newer), ignoreWhiteSpace: true, ignoreCase: false, new TokenChunker());
        var pieces = new List<Piece>();
        var next = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Take(Change.Kept, diff.PiecesNew, next, block.InsertStartB - next);
            Take(Change.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Take(Change.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            next = block.InsertStartB + block.InsertCountB;
        }

        Take(Change.Kept, diff.PiecesNew, next, diff.PiecesNew.Count - next);
        return pieces;

        void Take(Change change, IReadOnlyList<string> tokens, int start, int count)
        {
            if (count > 0)
            {
                pieces.Add(new Piece(change, string.Concat(tokens.Skip(start).Take(count))));
            }
        }
    }

    /// <summary>Cuts at the end of each token: white space and comments go with the token behind them.</summary>
    private sealed class TokenChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var chunks = new List<string>();
            var start = 0;
            foreach (var token in CSharpTokens.Of(text))
            {
                chunks.Add(text[start..token.Span.End]);
                start = token.Span.End;
            }

            return chunks;
        }
    }
}
