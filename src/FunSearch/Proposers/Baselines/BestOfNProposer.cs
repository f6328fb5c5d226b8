using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Baselines;

/// <summary>Edits the program that the search begins with, over and over, and never what came of it: the embedded proposer without
/// evolution. What a search gains over it is what building on finds gains.</summary>
internal sealed class BestOfNProposer(Specification specification) : IProposer
{
    public const string Word = "best-of-n";

    /// <summary>The first program's number in every run.</summary>
    private const long First = 0;

    private readonly SyntaxProposer _edits = new(specification);

    public string Name => Word;

    public bool IsDeterministic => true;

    /// <summary>The first program, whatever the prompt shows.</summary>
    public IReadOnlyList<long> ParentsOf(Prompt prompt) => [First];

    public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        new[] { _edits.Propose([specification.FirstBody], prompt.Random) }.ToAsyncEnumerable();

    /// <summary>Nothing here learns.</summary>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
    }
}
