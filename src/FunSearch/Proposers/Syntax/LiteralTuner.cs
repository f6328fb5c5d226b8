using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Tuning;
using Microsoft.CodeAnalysis;

namespace FunSearch.Proposers.Syntax;

/// <summary>Tries other numbers in a body, whoever wrote it: one to four at once, by steps of any size.</summary>
internal sealed class LiteralTuner
{
    /// <summary>Trials that change nothing, or what was folded away, are drawn again, so often.</summary>
    private const int Attempts = 8;

    private readonly Kind _result;
    private readonly ReadingCache _readings;
    private readonly IReadOnlyList<double> _constants;

    private LiteralTuner(Specification specification)
    {
        _result = Kinds.Named(specification.Function.ReturnType);
        _readings = new ReadingCache(specification.Function);
        _constants = specification.Constants;
    }

    public static Tuner For(Specification specification) => new LiteralTuner(specification).Try;

    private Body? Try(Body body, Random random)
    {
        var reading = _readings.Read(body);
        var literals = Tunable.In(reading);
        if (literals.Count == 0)
        {
            return null;
        }

        var numbers = new LiteralMaker(_constants, random);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var changed = new Dictionary<SyntaxNode, SyntaxNode>();
            for (var count = random.Weighted(5, 3, 1.5, 1); count >= 0; count--)
            {
                var literal = random.Pick(literals);
                changed[literal.Node] = Literals.Of(literal.Next(numbers), literal.Kind);
            }

            var block = reading.Block.ReplaceNodes(changed.Keys, (node, _) => changed[node]);
            var trial = new Body(Printer.Print(Simplifier.Simplify(block, reading.Typing), reading.Typing, _result));
            if (!trial.Equals(body))
            {
                return trial;
            }
        }

        return null;
    }
}
