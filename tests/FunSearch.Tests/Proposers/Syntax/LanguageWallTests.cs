using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Randomness;
using FunSearch.Runs;
using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Proposers.Syntax;

public sealed class LanguageWallTests
{
    private const int Children = 10_000;

    /// <summary>Past so many the chain begins again: so that it meets small parents as well as large ones.</summary>
    private const int LongestLife = 100;

    /// <summary>Children of children, with trials of other numbers between them, over all problems that are built in.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Ten_thousand_children_of_random_parents_pass_the_compiler_and_the_language_wall()
    {
        var specifications = Problems.BuiltIn();
        var refused = new List<string>();
        foreach (var specification in specifications)
        {
            var compiler = new CandidateCompiler(Setups.ForCompiler(specification).Setup);
            var (proposer, tuner) = (new SyntaxProposer(specification), LiteralTuner.For(specification));
            var bodies = new List<Body>();
            for (var number = 0; number < Children / specifications.Count; number++)
            {
                var random = new SeededRandom(11, SeededRandom.Stream.Proposal, number);
                if (bodies.Count is 0 or > LongestLife)
                {
                    bodies = [specification.FirstBody];
                }

                Body[] parents = [bodies[random.Next(bodies.Count)], bodies[random.Next(bodies.Count)]];
                var child = number % 4 == 0 ? tuner(parents[0], random) : proposer.Propose(parents, random).Body;
                if (child is not null)
                {
                    bodies.Add(child);
                    if (compiler.Compile(child.Text) is not Compiled.Image and var refusal)
                    {
                        refused.Add($"{specification.Problem} {number}: {refusal}\n{child.Text}");
                    }
                }
            }
        }

        Assert.True(refused.Count == 0, string.Join("\n\n", refused.Take(3).Prepend($"{refused.Count} refused.")));
    }
}
