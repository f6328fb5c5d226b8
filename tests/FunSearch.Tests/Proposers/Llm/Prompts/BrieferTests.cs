using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm.Prompts;

public sealed class BrieferTests
{
    [Fact]
    public void The_newest_failures_are_told_once_each_with_their_first_line()
    {
        var briefer = new Briefer(new PromptSettings { Failures = 2 });

        foreach (var (kind, detail) in new[]
        {
            (OutcomeKind.TimedOut, "Input a was still running after 2 s."),
            (OutcomeKind.DoesNotCompile, "CS0103: x is not there.\nCS1002: ; expected."),
            (OutcomeKind.CutShort, "Clearly out."),
            (OutcomeKind.Crashed, "IndexOutOfRangeException"),
            (OutcomeKind.DoesNotCompile, "CS0103: x is not there."),
        })
        {
            briefer.Report(Answer("improve"), new Outcome.Failed(kind, detail), isProgress: false);
        }

        Assert.Equal(["Does not compile: CS0103: x is not there.", "Crashed: IndexOutOfRangeException"], briefer.Brief(Prompt(1)).Failures);
    }

    [Fact]
    public void What_the_embedded_proposer_got_wrong_is_no_business_of_a_model()
    {
        var briefer = new Briefer(new PromptSettings());

        briefer.Report(new Proposal(new Body("{ }"), "add-term"), new Outcome.Failed(OutcomeKind.Crashed, "It crashed."), isProgress: false);

        Assert.Empty(briefer.Brief(Prompt(1)).Failures);
    }

    [Fact]
    public void The_best_is_the_best_of_all_and_not_of_the_parents_alone() =>
        Assert.Equal(7, new Briefer(new PromptSettings()).Brief(Prompt(3, 1) with { Best = 7 }).Best);

    [Fact]
    public void Each_intent_has_its_turn_and_one_that_helps_has_it_more_often()
    {
        var briefer = new Briefer(new PromptSettings());

        for (var sample = 0; sample < 600; sample++)
        {
            var intent = briefer.Brief(Prompt(1, 2)).Intent.Name;
            briefer.Report(Answer(intent), new Outcome.Duplicate(0), isProgress: intent == "explain" && sample % 2 == 0);
        }

        var later = Enumerable.Range(0, 300).Select(_ => briefer.Brief(Prompt(1, 2)).Intent.Name).CountBy(name => name).ToDictionary();
        Assert.Equal(Intent.All.Keys.Order(), later.Keys.Order());
        Assert.Equal("explain", later.MaxBy(count => count.Value).Key);
    }

    [Fact]
    public void One_parent_alone_is_combined_with_nothing()
    {
        var briefer = new Briefer(new PromptSettings());

        Assert.DoesNotContain("combine", Enumerable.Range(0, 200).Select(_ => briefer.Brief(Prompt(1)).Intent.Name));
        var combiner = new Briefer(new PromptSettings { Intents = ["combine"] });
        Assert.Equal("improve", combiner.Brief(Prompt(1)).Intent.Name);
        combiner.Report(Answer("improve"), new Outcome.Duplicate(0), isProgress: false);
        Assert.Equal("combine", combiner.Brief(Prompt(1, 2)).Intent.Name);
    }

    private static readonly Random Chance = new(5);

    private static Prompt Prompt(params double[] scores) =>
        new(1, [.. scores.Select((score, id) => new ScoredProgram(id, new Body("{ }"), new Signature([score])))], Chance);

    private static Proposal Answer(string intent) =>
        new(new Body("{ }"), "model") { Exchange = new Exchange("model", "prompt", "answer", 1, 1) { Intent = intent } };
}
