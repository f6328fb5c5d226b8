using Microsoft.CodeAnalysis.CSharp;
using static FunSearch.Proposers.Answers.AnswerRegion;

namespace FunSearch.Proposers.Answers;

/// <summary>Finds what may be the evolved function's body in one part of an answer.</summary>
internal sealed class CodeFinder(AnswerRegion region, VersionedName versions, int parameterCount)
{
    /// <summary>All finds of a region in the order of the text.</summary>
    public static IEnumerable<Find> In(AnswerRegion region, VersionedName versions, int parameterCount)
    {
        var finder = new CodeFinder(region, versions, parameterCount);
        var methods = finder.Methods().ToList();
        var body = finder.Block() ?? finder.Continuation(methods) ?? finder.Statements();
        return body is null ? methods : methods.Prepend(body);
    }

    private IEnumerable<Find> Methods()
    {
        for (var index = 0; index < region.Tokens.Count; index++)
        {
            if (MethodAt(index) is not { } method)
            {
                continue;
            }

            yield return method;
            if (method.End == None)
            {
                yield break;
            }

            // What stands inside a method is its own: local functions are no methods.
            index = method.End;
        }
    }

    /// <summary>The method whose name stands at an index, if one does and if it may be meant.</summary>
    private Find? MethodAt(int index)
    {
        if (region.Kind(index) != SyntaxKind.IdentifierToken || region.Kind(index + 1) != SyntaxKind.OpenParenToken)
        {
            return null;
        }

        var name = region.Tokens[index].Text;
        var close = region.Partner(index + 1);
        var isExpression = region.Kind(close + 1) == SyntaxKind.EqualsGreaterThanToken;
        if (close == None || !(isExpression || region.Kind(close + 1) == SyntaxKind.OpenBraceToken) || !IsDeclared(index))
        {
            return null;
        }

        var parameters = ParameterNames.Between(region, index + 1, close);
        var kind = KindOf(name);
        if (kind == FindKind.OtherMethod && parameters.Count != parameterCount)
        {
            return null;
        }

        var end = isExpression ? region.FindOutsideBrackets(SyntaxKind.SemicolonToken, close + 2) : region.Partner(close + 1);
        return new Find(region, kind, close + 2, end) { Name = name, Parameters = parameters, IsExpression = isExpression };
    }

    // A declaration has a type before its name; of our own names a model may have forgotten it.
    private bool IsDeclared(int index) => region.Kind(index - 1) switch
    {
        SyntaxKind.DotToken or SyntaxKind.NewKeyword => false,
        SyntaxKind.IdentifierToken or SyntaxKind.GreaterThanToken or SyntaxKind.CloseBracketToken => true,
        SyntaxKind.QuestionToken or SyntaxKind.CloseParenToken => true,
        var before => SyntaxFacts.IsPredefinedType(before) || KindOf(region.Tokens[index].Text) != FindKind.OtherMethod,
    };

    private FindKind KindOf(string name) => versions.VersionOf(name) switch
    {
        { } version when version == versions.OpenVersion => FindKind.OpenVersion,
        { } version when version < versions.OpenVersion => FindKind.EarlierVersion,
        null when !versions.IsPlain(name) => FindKind.OtherMethod,
        _ => FindKind.OwnName,
    };

    /// <summary>A block that opens the text, or follows a colon as in "here is the body:".</summary>
    private Find? Block()
    {
        for (var index = 0; index < region.Tokens.Count; index++)
        {
            if (region.Kind(index) == SyntaxKind.OpenBraceToken)
            {
                var end = region.Partner(index);
                return region.Kind(index - 1) is SyntaxKind.None or SyntaxKind.ColonToken && Returns(index + 1, end)
                    ? new Find(region, FindKind.Body, index + 1, end)
                    : null;
            }
        }

        return null;
    }

    private Find? Continuation(List<Find> methods)
    {
        for (var index = 0; index < region.Tokens.Count; index++)
        {
            if (region.Kind(index) == SyntaxKind.CloseBraceToken && region.Partner(index) == None)
            {
                // A method and a stray brace behind it is still a method.
                return Returns(0, index) && !methods.Exists(method => method.End == index - 1)
                    ? new Find(region, FindKind.Continuation, 0, index)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Statements alone, the last of which returns: nothing of them can be missing.</summary>
    private Find? Statements()
    {
        var last = 0;
        for (var index = 0; index < region.Tokens.Count - 1; index++)
        {
            if (region.Kind(index) is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken)
            {
                index = region.Partner(index);
                if (index == None)
                {
                    return null;
                }
            }

            if (region.Kind(index) is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken or SyntaxKind.ElseKeyword)
            {
                last = index + 1;
            }
        }

        var end = region.Tokens.Count;
        return region.Kind(last) == SyntaxKind.ReturnKeyword && region.Kind(end - 1) == SyntaxKind.SemicolonToken
            ? new Find(region, FindKind.Body, 0, end)
            : null;
    }

    /// <summary>True where a statement returns: prose that merely has the word does not count.</summary>
    private bool Returns(int start, int end)
    {
        for (var index = start; index < (end == None ? region.Tokens.Count : end); index++)
        {
            if (region.Kind(index) == SyntaxKind.ReturnKeyword && (index == start || IsStatementStart(index)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStatementStart(int index) => region.Kind(index - 1) is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken
        or SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.ElseKeyword or SyntaxKind.ColonToken;
}
