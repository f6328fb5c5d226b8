using System.Runtime.CompilerServices;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tuning;

namespace FunSearch.Proposers.Numbers;

/// <summary>Tries other numbers in the program that the search begins with, and in what came of it, and edits nothing else. The best so far is
/// changed, and of equals the latest, so that trials wander over a plateau; islands keep the first of those that behave alike, and would not.</summary>
internal sealed class NumbersProposer(Specification specification) : IProposer
{
    public const string Word = "tune";

    private readonly Tuner _tuner = LiteralTuner.For(specification);

    // By prompt: a replay asks for the parents when it meets the answer, and by then may believe more.
    private readonly ConditionalWeakTable<Prompt, Parent> _parents = [];
    private readonly Parent _first = new(0, specification.FirstBody, double.NegativeInfinity);
    private Parent? _latest;
    private long _reports;

    public string Name => Word;

    public bool IsDeterministic => true;

    /// <summary>Why nothing can be tuned, as a sentence; null when the first program holds a number.</summary>
    public static string? Objection(Specification specification) =>
        LiteralTuner.For(specification)(specification.FirstBody, new Random(0)) is null
            ? $"There is no number to tune in the program that the search would begin with ({specification.FirstOrigin}). Only another program can be better: let a search find one."
            : null;

    /// <summary>The program whose numbers are changed, whatever the prompt shows.</summary>
    public IReadOnlyList<long> ParentsOf(Prompt prompt) => [ParentOf(prompt).Id];

    public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        new[] { Propose(ParentOf(prompt).Body, prompt.Random) }.ToAsyncEnumerable();

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        // Each prompt is answered with one proposal, and each is reported, in order: so reports count the samples.
        _reports++;
        if (outcome is Outcome.Scored { Signature.Score: var score } && !(score < _latest?.Score))
        {
            _latest = new Parent(_reports, proposal.Body!, score);
        }
    }

    // Until a trial is as good, the best so far is the first program: nobody reports that one.
    private Parent ParentOf(Prompt prompt) => _parents.GetValue(prompt, asked => _latest?.Score >= asked.Best ? _latest : _first);

    private Proposal Propose(Body parent, Random random) => _tuner(parent, random) is { } trial
        ? new Proposal(trial, Word) { Edited = 0 }
        : new Proposal(null, Word) { NoCode = "No other number was found that makes another program." };

    /// <summary>A program whose numbers are changed.</summary>
    private sealed record Parent(long Id, Body Body, double Score);
}
