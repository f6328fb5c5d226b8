using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Baselines;

/// <summary>Draws every program anew and looks at no other: what chance alone finds. A search must do better to be worth its name.</summary>
internal sealed class RandomProposer : IProposer
{
    public const string Word = "random";

    private const int Attempts = 40;

    private readonly EvolvedFunction _function;
    private readonly Kind _result;
    private readonly BodyMaker _bodies;

    /// <exception cref="ProposerException">It cannot write what the function returns.</exception>
    public RandomProposer(Specification specification)
    {
        _function = specification.Function;
        _result = Kinds.Named(_function.ReturnType);
        _bodies = new BodyMaker(_function, specification.Constants);
        if (!_bodies.CanDraw)
        {
            throw new ProposerException(
                $"The proposer '{Word}' draws functions that return a number or a bool, and {_function.Name} returns {_function.ReturnType}. Take 'best-of-n', or 'embedded'.");
        }
    }

    public string Name => Word;

    public bool IsDeterministic => true;

    /// <summary>None: a program that was drawn from nothing has no parents.</summary>
    public IReadOnlyList<long> ParentsOf(Prompt prompt) => [];

    public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        new[] { Propose(prompt.Random) }.ToAsyncEnumerable();

    /// <summary>Chance does not learn.</summary>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
    }

    private Proposal Propose(Random random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = _bodies.Draw(random);
            var typing = Typing.Of(_function, drawn);
            var simple = Simplifier.Simplify(drawn, typing);
            if (Reader.Size(simple) <= SyntaxProposer.LargestSize && !Hazards.AreIn(simple))
            {
                return new Proposal(new Body(Printer.Print(simple, typing, _result)), Word);
            }
        }

        return new Proposal(null, Word) { NoCode = "Everything that was drawn was too large." };
    }
}
