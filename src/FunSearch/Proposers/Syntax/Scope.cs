using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>A value that can be named at a place: a variable, an array's length, an item of a tuple, an element at a loop's index.</summary>
internal sealed record Terminal(ExpressionSyntax Expression, Kind Kind);

/// <summary>What can be named at a place of a body: parameters and locals that surely have a value there.</summary>
internal sealed class Scope
{
    private readonly ImmutableHashSet<string> _names;
    private readonly ImmutableHashSet<string> _assignable;

    private Scope(ImmutableHashSet<string> names, ImmutableHashSet<string> assignable, ImmutableArray<Terminal> terminals)
    {
        _names = names;
        _assignable = assignable;
        Terminals = terminals;
    }

    public static Scope Empty { get; } = new([], [], []);

    public ImmutableArray<Terminal> Terminals { get; }

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>May an edit let a statement assign it? Not parameters, nor what a loop counts with.</summary>
    public bool CanAssign(string name) => _assignable.Contains(name);

    /// <summary>The values that convert to the kind.</summary>
    public IReadOnlyList<Terminal> Of(Kind kind) => [.. Terminals.Where(terminal => terminal.Kind.ConvertsTo(kind))];

    /// <summary>The scope after a declaration.</summary>
    public Scope With(string name, Shape shape, bool assignable) => new(
        _names.Add(name),
        assignable ? _assignable.Add(name) : _assignable,
        [.. Terminals, .. TerminalsOf(name, shape)]);

    /// <summary>The scope within a loop that counts an index through a sequence.</summary>
    public Scope WithIndex(string sequence, Kind element, string index) =>
        element == Kind.Opaque ? this : new(_names, _assignable, Terminals.Add(new Terminal(Code.Element(sequence, index), element)));

    private static IEnumerable<Terminal> TerminalsOf(string name, Shape shape)
    {
        if (shape.Kind != Kind.Opaque)
        {
            yield return new Terminal(Code.Name(name), shape.Kind);
        }

        if (shape.Element is not null)
        {
            yield return new Terminal(Code.Member(name, "Length"), Kind.Int);
        }

        foreach (var item in shape.Items.Where(item => item.Kind != Kind.Opaque))
        {
            yield return new Terminal(Code.Member(name, item.Name), item.Kind);
        }
    }
}
