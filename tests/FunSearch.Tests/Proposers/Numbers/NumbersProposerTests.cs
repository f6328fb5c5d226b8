using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Numbers;
using FunSearch.Search;
using FunSearch.Tests.Proposers.Syntax;

namespace FunSearch.Tests.Proposers.Numbers;

public sealed class NumbersProposerTests
{
    private static readonly Breeding Breeding = new("double", "double item; double room", "{ return item - 2.5 * room; }");

    private readonly NumbersProposer _proposer = new(Breeding.Specification);
    private int _prompts;

    [Fact]
    public async Task The_first_program_is_tuned_whatever_the_prompt_shows_until_a_trial_is_as_good()
    {
        var prompt = Prompt(best: 5);

        var proposal = await Breeding.ProposeAsync(_proposer, prompt);
        Report("{ return item - 3.5 * room; }", score: 4);

        Assert.Matches(@"^\{\s+return item - [\d.]+ \* room;", proposal.Body!.Text.Replace("2.5", "0.0", StringComparison.Ordinal));
        Assert.Equal((NumbersProposer.Word, 0), (proposal.Origin, proposal.Edited));
        Assert.Equal([0L], _proposer.ParentsOf(prompt));
        Assert.Equal([0L], _proposer.ParentsOf(Prompt(best: 5)));
    }

    [Fact]
    public void Of_equals_the_latest_is_tuned()
    {
        Report("{ return item - 3.5 * room; }", score: 5);
        Report("{ return item - 4.5 * room; }", score: 5);
        Report("{ return item - 5.5 * room; }", score: 4);

        Assert.Equal([2L], _proposer.ParentsOf(Prompt(best: 5)));
    }

    [Fact]
    public void Whoever_does_not_score_is_counted_and_never_tuned()
    {
        _proposer.Report(new Proposal(null, NumbersProposer.Word), new Outcome.Failed(OutcomeKind.NoCode, "None."), isProgress: false);
        _proposer.Report(new Proposal(Breeding.FirstBodies[0], NumbersProposer.Word), new Outcome.Duplicate(0), isProgress: false);
        Report("{ return item - 3.5 * room; }", score: 6);

        Assert.Equal([3L], _proposer.ParentsOf(Prompt(best: 6)));
    }

    [Fact]
    public async Task A_prompt_keeps_the_parent_that_it_was_answered_from()
    {
        var prompt = Prompt(best: 5);
        await Breeding.ProposeAsync(_proposer, prompt);

        Report("{ return item - 3.5 * room; }", score: 6);

        Assert.Equal([0L], _proposer.ParentsOf(prompt));
        Assert.Equal([1L], _proposer.ParentsOf(Prompt(best: 6)));
    }

    [Fact]
    public void Where_there_is_no_number_the_search_is_refused_in_a_sentence()
    {
        var none = new Breeding("double", "double item; double room", "{ return item - room; }");

        Assert.Null(NumbersProposer.Objection(Breeding.Specification));
        Assert.StartsWith("There is no number to tune in the program that the search would begin with", NumbersProposer.Objection(none.Specification), StringComparison.Ordinal);
    }

    private void Report(string body, double score) =>
        _proposer.Report(new Proposal(new Body(body), NumbersProposer.Word), new Outcome.Scored(new Signature([score])), isProgress: false);

    private Prompt Prompt(double best)
    {
        var number = ++_prompts;
        return Breeding.Prompt(seed: 1, number, new Body("{ return room; }")) with { Best = best };
    }
}
