using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Answers;

/// <summary>A method's signature as a text declares it, read by the lexer alone.</summary>
internal sealed record DeclaredMethod(string Name, string ReturnType, IReadOnlyList<DeclaredParameter> Parameters)
{
    /// <summary>The methods with bodies that a text declares outside of other methods; none where it is a body itself.</summary>
    public static IReadOnlyList<DeclaredMethod> In(string text)
    {
        var region = new AnswerRegion(text);
        var methods = new List<DeclaredMethod>();
        for (var index = 1; index < region.Tokens.Count - 1 && region.Kind(0) != SyntaxKind.OpenBraceToken; index++)
        {
            if (region.Kind(index) == SyntaxKind.IdentifierToken && region.Kind(index + 1) == SyntaxKind.OpenParenToken
                && region.Partner(index + 1) is var close and > 0
                && region.Tokens[index - 1].Text is not ("class" or "struct" or "record" or "new")
                && region.Kind(close + 1) is var body and (SyntaxKind.OpenBraceToken or SyntaxKind.EqualsGreaterThanToken)
                && TypeBefore(region, index) is { Length: > 0 } type)
            {
                methods.Add(new DeclaredMethod(region.Tokens[index].Text, type, [.. ParametersIn(region, index + 2, close)]));

                // What stands inside is its own business.
                index = body == SyntaxKind.OpenBraceToken ? Math.Max(index, region.Partner(close + 1)) : close;
            }
        }

        return methods;
    }

    /// <summary>True when the types are the function's, in its order. In whose namespace or class a type stands is left open.</summary>
    public bool HasTypesOf(EvolvedFunction function) =>
        Bare(ReturnType) == Bare(function.ReturnType)
        && Parameters.Select(parameter => Bare(parameter.Type)).SequenceEqual(function.Parameters.Select(parameter => Bare(parameter.Type)));

    /// <summary>True when a name of the function's parameters stands at another place: one would be taken for the other.</summary>
    public bool MixesUp(EvolvedFunction function) => Renamed(function).Any(pair => function.Parameters.Any(other => Plain(other.Name) == pair.Its));

    /// <summary>The parameters that have other names than the function's at the same place.</summary>
    public IEnumerable<(string Its, string Functions)> Renamed(EvolvedFunction function) =>
        Parameters.Zip(function.Parameters, (its, functions) => (Its: Plain(its.Name), Functions: Plain(functions.Name))).Where(pair => pair.Its != pair.Functions);

    public override string ToString() => $"{ReturnType} {Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";

    private static string Plain(string name) => name.TrimStart('@');

    private static IEnumerable<DeclaredParameter> ParametersIn(AnswerRegion region, int start, int close)
    {
        var (first, end) = (start, AnswerRegion.None);
        var depth = 0;
        for (var index = start; index <= close; index++)
        {
            depth += Depth(region.Kind(index));
            end = end == AnswerRegion.None && depth == 0 && region.Kind(index) == SyntaxKind.EqualsToken ? index : end;
            if (index == close || (depth == 0 && region.Kind(index) == SyntaxKind.CommaToken))
            {
                // The parameter's name stands last, before a default value.
                end = end == AnswerRegion.None ? index : end;
                if (end > first)
                {
                    yield return new DeclaredParameter(Text(region, first, end - 1), region.Tokens[end - 1].ValueText);
                }

                (first, end) = (index + 1, AnswerRegion.None);
            }
        }
    }

    private static string TypeBefore(AnswerRegion region, int name)
    {
        var start = name;
        var depth = 0;
        while (start > 0 && (depth < 0 || !IsBoundary(region.Kind(start - 1))))
        {
            depth += Depth(region.Kind(--start));
        }

        return Text(region, start, name);
    }

    private static bool IsBoundary(SyntaxKind kind) => SyntaxFacts.IsAccessibilityModifier(kind)
        || kind is SyntaxKind.StaticKeyword or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken
            or SyntaxKind.ReturnKeyword or SyntaxKind.EqualsToken or SyntaxKind.EqualsGreaterThanToken;

    // An angle or a bracket that is open hides the commas in it.
    private static int Depth(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.GreaterThanToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };

    private static string Text(AnswerRegion region, int start, int end) =>
        string.Concat(region.Tokens.Take(start..end).Select(token => token.IsKind(SyntaxKind.CommaToken) ? ", " : token.Text));

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Double"] = "double", ["Single"] = "float", ["Decimal"] = "decimal", ["Int32"] = "int", ["Int64"] = "long", ["Boolean"] = "bool",
    };

    // Instance, Warehouse.Instance and global::Warehouse.Instance are one type here.
    private static string Bare(string type)
    {
        var region = new AnswerRegion(type);
        var names = region.Tokens.Index().Where(token =>
            region.Kind(token.Index) is not (SyntaxKind.DotToken or SyntaxKind.ColonColonToken)
            && region.Kind(token.Index + 1) is not (SyntaxKind.DotToken or SyntaxKind.ColonColonToken));
        return string.Join(' ', names.Select(token => Keywords.GetValueOrDefault(token.Item.Text, token.Item.Text)));
    }
}

/// <summary>One of its parameters.</summary>
internal sealed record DeclaredParameter(string Type, string Name);
