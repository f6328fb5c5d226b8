using System.Text;
using FunSearch.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FunSearch.Proposers.Syntax;

/// <summary>A body of which only numbers change. Most trials are made in its text, which takes a twentieth of the time that editing and printing its tree take.</summary>
internal sealed class TunableBody
{
    private readonly Body _body;
    private readonly Reading _reading;
    private readonly Kind _result;

    // Where each tunable's literal stands in the text; the tree lacks the white space, and may have more braces, but the same numbers in the same order.
    private readonly TextSpan[] _spans;

    public TunableBody(Body body, Reading reading, Kind result)
    {
        (_body, _reading, _result) = (body, reading, result);
        Numbers = Tunable.In(reading);
        var places = NumbersIn(reading.Block).Index().ToDictionary(token => token.Item.SpanStart, token => token.Index);
        var written = NumbersIn(BodyParser.Parse(body)).ToList();
        _spans = [.. Numbers.Select(number => written[places[number.Literal.SpanStart]].Span)];
    }

    public IReadOnlyList<Tunable> Numbers { get; }

    /// <summary>The body with other numbers.</summary>
    /// <param name="values">By the number's place in <see cref="Numbers"/>.</param>
    public Body With(IReadOnlyDictionary<int, double> values) => values.All(value => KeepsItsForm(Numbers[value.Key].Value, value.Value)) ? InText(values) : InTree(values);

    // A new sign needs parentheses or another operator, and what 0 or 1 stands beside can be folded away.
    private static bool KeepsItsForm(double before, double now) => Math.Sign(before) == Math.Sign(now) && Math.Abs(now) is not (0 or 1);

    private Body InText(IReadOnlyDictionary<int, double> values)
    {
        var text = new StringBuilder(_body.Text);
        foreach (var (place, value) in values.OrderByDescending(value => _spans[value.Key].Start))
        {
            var (span, kind) = (_spans[place], Numbers[place].Kind);
            var isWrittenWhole = Numbers[place].Literal.Token.Value is int;
            var literal = Literals.Of(Math.Abs(value), kind == Kind.Double && isWrittenWhole && value == Math.Truncate(value) ? Kind.Int : kind);
            text.Remove(span.Start, span.Length).Insert(span.Start, literal.ToString());
        }

        return new Body(text.ToString());
    }

    private Body InTree(IReadOnlyDictionary<int, double> values)
    {
        var changed = values.ToDictionary(value => (SyntaxNode)Numbers[value.Key].Node, value => Literals.Of(value.Value, Numbers[value.Key].Kind));
        var block = _reading.Block.ReplaceNodes(changed.Keys, (node, _) => changed[node]);
        return new Body(Printer.Print(Simplifier.Simplify(block, _reading.Typing), _reading.Typing, _result));
    }

    private static IEnumerable<SyntaxToken> NumbersIn(BlockSyntax block) => block.DescendantTokens().Where(token => token.IsKind(SyntaxKind.NumericLiteralToken));
}
