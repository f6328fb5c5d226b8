using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying;

/// <summary>A body as reductions see it. Immutable.</summary>
internal sealed class Draft
{
    private readonly EvolvedFunction _function;
    private readonly Lazy<Typing> _typing;

    private Draft(EvolvedFunction function, Body body)
    {
        (_function, Body) = (function, body);
        Block = Bracer.Brace(BodyParser.Parse(body));
        Size = BodySize.Of(Block);
        _typing = new Lazy<Typing>(() => Typing.Of(function, Block));
    }

    public Body Body { get; }

    /// <summary>Without comments, every branch in braces.</summary>
    public BlockSyntax Block { get; }

    public BodySize Size { get; }

    public Typing Typing => _typing.Value;

    /// <param name="body">A body that has passed the front end: the parser may hang on anything else.</param>
    public static Draft Read(EvolvedFunction function, Body body) => new(function, body);

    /// <summary>The draft with another tree, written down and read again: so what is found in a draft hangs on its text alone, and what was
    /// simplified once is read just as it was left.</summary>
    public Draft With(BlockSyntax block) =>
        new(_function, new Body(Printer.Print(block, Typing.Of(_function, block), Kinds.Named(_function.ReturnType))));
}
