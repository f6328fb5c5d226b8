using System.Text;
using FunSearch.Programs;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Answers;

/// <summary>Makes a find the evolved function's own body: under the specification's parameter names, calling itself by its own name.</summary>
internal sealed class FoundBody(Find find, EvolvedFunction function, VersionedName versions)
{
    private AnswerRegion Region => find.Region;

    public static Reading Read(Find find, EvolvedFunction function, VersionedName versions) =>
        new FoundBody(find, function, versions).Read();

    private Reading Read()
    {
        if (find.End == AnswerRegion.None)
        {
            return Reading.Nothing("The answer ends inside the method.");
        }

        if (find.Parameters is { } parameters && parameters.Count != function.Parameters.Count)
        {
            return Reading.Nothing($"The method {find.Name} has {parameters.Count} parameters; {function.Name} has {function.Parameters.Count}.");
        }

        var renames = Renames();
        return WhyNot(renames) is { } reason
            ? Reading.Nothing(reason)
            : Reading.Of(new Body(BlockLayout.Block(Rewritten(renames), find.IsExpression, TokensSpanLines())));
    }

    /// <summary>From the answer's names to the specification's. Equal names stay, in whatever order; the others follow each other.</summary>
    private Dictionary<string, string> Renames()
    {
        var given = find.Parameters ?? [];
        var wanted = function.Parameters.Select(parameter => parameter.Name).ToList();
        return given.Except(wanted).Where(name => name.Length > 0).Zip(wanted.Except(given)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private string? WhyNot(Dictionary<string, string> renames)
    {
        for (var index = find.Start; index < find.End; index++)
        {
            var text = Region.Tokens[index].Text;
            if (Region.IsFreeName(index) && renames.FirstOrDefault(rename => rename.Value == text) is { Key: { } old })
            {
                return $"The method calls its parameter '{old}' instead of '{text}', and has another '{text}'.";
            }

            if (IsCall(index) && !IsItself(text) && versions.VersionOf(text) is not null)
            {
                return $"The method calls {text}, which was only shown in the prompt.";
            }
        }

        return null;
    }

    private string Rewritten(Dictionary<string, string> renames)
    {
        var position = find.Start > 0 ? Region.Tokens[find.Start - 1].Span.End : 0;
        var text = new StringBuilder();
        for (var index = find.Start; index < find.End; index++)
        {
            var token = Region.Tokens[index];
            var replacement = IsCall(index) && IsItself(token.Text) ? function.Name
                : Region.IsFreeName(index) && !IsArgumentName(index) ? renames.GetValueOrDefault(token.Text)
                : null;
            if (replacement is not null)
            {
                text.Append(Region.Text, position, token.SpanStart - position).Append(replacement);
                position = token.Span.End;
            }
        }

        var end = find.End < Region.Tokens.Count ? Region.Tokens[find.End].SpanStart : Region.Text.Length;
        return text.Append(Region.Text, position, end - position).ToString();
    }

    private bool IsCall(int index) =>
        Region.Kind(index) == SyntaxKind.IdentifierToken && Region.Kind(index + 1) == SyntaxKind.OpenParenToken;

    private bool IsItself(string name) => name == find.Name || versions.VersionOf(name) == versions.OpenVersion;

    private bool IsArgumentName(int index) => Region.Kind(index + 1) == SyntaxKind.ColonToken
        && Region.Kind(index - 1) is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken;

    private bool TokensSpanLines() =>
        Enumerable.Range(find.Start, find.End - find.Start).Any(index => Region.Tokens[index].Text.Contains('\n', StringComparison.Ordinal));
}
