using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>What a template makes its piece of.</summary>
/// <param name="Parent">The body that the piece is for.</param>
/// <param name="Scope">What can be named where the piece will stand.</param>
/// <param name="Kind">Of the number that is wanted.</param>
internal sealed record Materials(Reading Parent, Scope Scope, Kind Kind, ExpressionMaker Make, Random Random)
{
    /// <summary>A term that the parent weighs already is the more likely one to decide something.</summary>
    private const double ChanceOfOwnTerm = 0.5;

    private const int LargestOwnTerm = 5;

    private const int FewestParts = 3;

    public LiteralMaker Numbers => Make.Numbers;

    /// <summary>An array or span of whole numbers in scope, or a new array of the whole numbers that a tuple or a record holds, or of those in scope;
    /// null where there are fewer than three.</summary>
    public Sequence? Sequence()
    {
        Sequence[] named = [.. InOrder(shape => shape.Element is Kind.Int or Kind.Small).Select(name => new Sequence(name, ""))];
        string[][] groups =
        [
            .. InOrder(shape => shape.Items.Count > 0).Select(name => Parent.Typing.ShapeOf(name).Items.Where(item => item.Kind is Kind.Int or Kind.Small).Select(item => $"{name}.{item.Name}").ToArray()),
            [.. InOrder(shape => shape.Kind is Kind.Int or Kind.Small)],
        ];
        Sequence[] made = [.. groups.Where(group => group.Length >= FewestParts).Select(group => new Sequence(Fresh("parts"), $"int[] {Fresh("parts")} = [{string.Join(", ", group)}]; "))];
        return Random.PickOrNull<Sequence>([.. named, .. made]);
    }

    /// <summary>Arrays and spans of fractions.</summary>
    public IReadOnlyList<string> Measures => [.. InOrder(shape => shape.Element is Kind.Double)];

    /// <summary>Booleans.</summary>
    public IReadOnlyList<Terminal> Flags => Scope.Of(Kind.Bool);

    /// <summary>Something to be held against a number: of the parent, or a new one; null where there are no numbers.</summary>
    public ExpressionSyntax? Term()
    {
        var own = Parent.Expressions
            .Where(place => place.Node is BinaryExpressionSyntax && Size(place.Node) <= LargestOwnTerm && Suits(Parent.Typing.KindOf(place.Node)))
            .Select(place => place.Node)
            .Where(node => Plain.IsPure(node) && Names.In(node).Any() && Names.In(node).All(Scope.Contains))
            .ToList();
        var numbers = Scope.Terminals.Where(terminal => Suits(terminal.Kind)).ToList();
        return own.Count > 0 && Random.Happens(ChanceOfOwnTerm) ? Random.Pick(own)
            : numbers.Count > 0 ? Make.Term(Random.Pick(numbers).Kind.With(Kind.Int), Scope)
            : null;
    }

    /// <summary>What a term is held against.</summary>
    public ExpressionSyntax LimitOf(ExpressionSyntax term) => Make.Limit(term, Parent.Typing.KindOf(term).With(Kind.Int));

    /// <summary>A variable, or a member of one, that converts to the wanted kind; null when there is none.</summary>
    public ExpressionSyntax? Scalar() => Random.PickOrNull(Scope.Of(Kind).Where(terminal => terminal.Kind.IsNumber).ToList())?.Expression;

    /// <summary>A number of the wanted kind.</summary>
    public ExpressionSyntax Value() => Numbers.Draw(Kind);

    /// <summary>A name that the parent does not declare.</summary>
    public string Fresh(string name) =>
        Parent.Typing.Declares(name) ? Enumerable.Range(2, 1000).Select(number => name + number).First(fresh => !Parent.Typing.Declares(fresh)) : name;

    /// <summary>Statements from C#.</summary>
    public static IReadOnlyList<StatementSyntax> Statements(string code) =>
        [.. Bracer.Brace((BlockSyntax)SyntaxFactory.ParseStatement($"{{ {code} }}")).Statements];

    /// <summary>An expression from C#.</summary>
    public static ExpressionSyntax Expression(string code) => SyntaxFactory.ParseExpression(code);

    public static string Text(ExpressionSyntax expression) => expression.NormalizeWhitespace().ToString();

    // A piece may hold the term itself, and a fraction is no whole number.
    private bool Suits(Kind kind) => kind is Kind.Small or Kind.Int or Kind.Double && kind.With(Kind.Int).ConvertsTo(Kind);

    private IEnumerable<string> InOrder(Func<Shape, bool> suits) =>
        Parent.Typing.Names.Where(name => Scope.Contains(name) && suits(Parent.Typing.ShapeOf(name))).Order(StringComparer.Ordinal);

    private static int Size(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Count();
}

/// <summary>Small whole numbers in a row.</summary>
/// <param name="Declaration">What declares it, in C#; empty where it is declared already.</param>
internal sealed record Sequence(string Name, string Declaration);
