using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax.Operators;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Breeds programs by typed edits of their syntax: needs no model, no key, no network, and one seed gives one search.</summary>
internal sealed class SyntaxProposer : IProposer
{
    /// <summary>The largest body that is proposed, in expressions: past it a program is a table that no one reads. The child of a larger
    /// parent, which a person or a language model may have written, is at most as large as that.</summary>
    public const int LargestSize = 150;

    private const int YoungSize = 60;

    private const double ChanceOfTemplate = 0.5;

    private const int Attempts = 40;

    private const double ChanceOfSecondEdit = 0.2;

    private const char Joint = '+';

    private readonly EvolvedFunction _function;
    private readonly Kind _result;
    private readonly IReadOnlyList<double> _constants;
    private readonly Dictionary<string, IOperator> _operators;
    private readonly bool _usesTemplates;
    private readonly Bandit _bandit;
    private readonly ReadingCache _readings;

    public SyntaxProposer(Specification specification, bool usesTemplates = true)
    {
        _function = specification.Function;
        _result = Kinds.Named(_function.ReturnType);
        _constants = specification.Constants;
        _usesTemplates = usesTemplates;
        _operators = Repertoire.For(_result, usesTemplates).ToDictionary(each => each.Name);
        _bandit = new Bandit(_operators.Values.Select(each => (each.Name, each.Weight)), BanditMemory.Long);
        _readings = new ReadingCache(_function);
    }

    public string Name => "embedded";

    public bool IsDeterministic => true;

    public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        new[] { Propose([.. prompt.Parents.Select(parent => parent.Body)], prompt.Random) }.ToAsyncEnumerable();

    /// <summary>Learns which operators help.</summary>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        foreach (var name in proposal.Origin.Split(Joint).Where(_operators.ContainsKey))
        {
            _bandit.Report(name, isProgress, Toll.None);
        }
    }

    /// <summary>A child of these.</summary>
    /// <param name="parents">Worst first, at least one.</param>
    /// <param name="random">All of its chance.</param>
    public Proposal Propose(IReadOnlyList<Body> parents, Random random)
    {
        var readings = parents.Select(_readings.Read).ToArray();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Breed(readings, random) is var (child, origin, edited) && parents.All(parent => !parent.Equals(child)))
            {
                return new Proposal(child, origin) { Edited = edited };
            }
        }

        return new Proposal(null, Name) { NoCode = "The parents hold nothing that the embedded proposer knows how to edit." };
    }

    private (Body Child, string Origin, int Edited)? Breed(Reading[] parents, Random random)
    {
        // The best stands last; the others have their turn, or nothing but it would ever be built upon.
        var chosen = random.Happens(0.6) ? parents.Length - 1 : random.Next(parents.Length);
        var donor = parents[parents.Length == 1 ? 0 : (chosen + 1 + random.Next(parents.Length - 1)) % parents.Length];
        if (Apply(parents[chosen], donor, random) is not var (block, origin))
        {
            return null;
        }

        if (random.Happens(ChanceOfSecondEdit) && Apply(Reader.Read(_function, block), donor, random) is var (again, second))
        {
            (block, origin) = (again, $"{origin}{Joint}{second}");
        }

        var typing = Typing.Of(_function, block);
        var simple = Simplifier.Simplify(block, typing);
        return Reader.Size(simple) > Math.Max(LargestSize, parents[chosen].Size) || Hazards.AreIn(simple, [.. parents.Select(parent => parent.Block)])
            ? null
            : (new Body(Printer.Print(simple, typing, _result)), origin, chosen);
    }

    private (BlockSyntax Block, string Origin)? Apply(Reading parent, Reading donor, Random random)
    {
        // A small program has little to be changed: what it lacks is something new.
        var isNew = _usesTemplates && parent.Size < YoungSize && random.Happens(ChanceOfTemplate);
        var chosen = _operators[_bandit.Choose(random.NextDouble(), name => !isNew || _operators[name] is AttachTemplate)!];
        var make = new ExpressionMaker(new LiteralMaker(_constants, random), random);
        return chosen.Apply(new Edit(parent, donor, make, random)) is { } block ? (block, chosen.Name) : null;
    }
}
