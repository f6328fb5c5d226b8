using FunSearch.Programs;
using FunSearch.Proposers.Baselines;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Tests.Proposers.Syntax;

namespace FunSearch.Tests.Proposers.Baselines;

public sealed class BaselineTests
{
    private static readonly Breeding Scalars = new("double", "double item; double room", "{ return item - room; }");

    private static readonly Dictionary<string, Breeding> Signatures = new()
    {
        ["scalars"] = Scalars,
        ["array and int"] = new("int", "int[] digits; int n", "{ return n; }"),
        ["two spans, bool and tuple"] = new("double", "ReadOnlySpan<double> values; ReadOnlySpan<bool> flags; bool wide; (int Row, int) cell", "{ return 0; }"),
        ["a condition"] = new("bool", "double x; int k; double[] xs", "{ return x < k; }"),
        ["other numbers"] = new("float", "float weight; long size; byte kind; long[] sizes", "{ return weight; }"),
        ["names that are taken"] = new("long", "int[] sum; int part; byte[] i", "{ return part; }"),
        ["nothing that can be read"] = new("double", "List<string> words", "{ return 0; }"),
    };

    public static TheoryData<string> SignatureNames => [.. Signatures.Keys];

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public async Task Every_body_that_is_drawn_compiles_and_is_no_larger_than_an_edited_one(string signature)
    {
        var breeding = Signatures[signature];

        var bodies = await DrawAsync(breeding, seed: 1, count: 1000);

        Assert.Empty(breeding.Errors(bodies.Select(body => body.Text)));
        Assert.All(bodies, body => Assert.InRange(breeding.Read(body.Text).Size, 1, SyntaxProposer.LargestSize));
    }

    [Fact]
    public async Task What_is_drawn_hangs_on_the_prompts_chance_and_on_no_parent()
    {
        var random = new RandomProposer(Scalars.Specification);
        var prompt = Breeding.Prompt(seed: 2, number: 1, new Body("{ return item; }"));

        var one = await Breeding.ProposeAsync(random, prompt);
        var other = await Breeding.ProposeAsync(random, Breeding.Prompt(seed: 2, number: 1, new Body("{ return room * 7; }")));

        Assert.Equal(one.Body!.Text, other.Body!.Text);
        Assert.Null(one.Edited);
        Assert.Empty(((IProposer)random).ParentsOf(prompt));
    }

    [Fact]
    public async Task Draws_differ_and_use_what_is_there()
    {
        var bodies = await DrawAsync(Signatures["array and int"], seed: 3, count: 500);

        Assert.True(bodies.Distinct().Count() > 350);
        Assert.InRange(bodies.Count(body => body.Text.Contains("for (", StringComparison.Ordinal)), 50, 400);
        Assert.InRange(bodies.Count(body => body.Text.Contains("if (", StringComparison.Ordinal)), 50, 400);
    }

    [Fact]
    public void Whoever_returns_what_cannot_be_drawn_is_told_so()
    {
        var words = new Breeding("List<string>", "List<string> words", "{ return words; }");

        var refusal = Assert.Throws<ProposerException>(() => new RandomProposer(words.Specification));

        Assert.Contains("Priority returns List<string>. Take 'best-of-n'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Best_of_n_edits_the_first_program_whatever_the_prompt_shows()
    {
        var proposer = new BestOfNProposer(Scalars.Specification);
        var prompts = Enumerable.Range(1, 200).Select(number => Breeding.Prompt(seed: 4, number, new Body("{ return room * 111.25; }"))).ToList();

        var children = new List<Proposal>();
        foreach (var prompt in prompts)
        {
            children.Add(await Breeding.ProposeAsync(proposer, prompt));
        }

        Assert.DoesNotContain(children, child => child.Body!.Text.Contains("111.25", StringComparison.Ordinal));
        Assert.All(children, child => Assert.Equal(0, child.Edited));
        Assert.All(prompts, prompt => Assert.Equal([0L], ((IProposer)proposer).ParentsOf(prompt with { Parents = [prompt.Parents[0] with { Id = 9 }] })));
        var same = await Breeding.ProposeAsync(Scalars.Proposer(), Breeding.Prompt(seed: 4, number: 1, Scalars.FirstBodies));
        Assert.Equal((same.Body!.Text, same.Origin), (children[0].Body!.Text, children[0].Origin));
    }

    private static async Task<List<Body>> DrawAsync(Breeding breeding, long seed, int count)
    {
        var proposer = new RandomProposer(breeding.Specification);
        var bodies = new List<Body>();
        for (var number = 1; number <= count; number++)
        {
            bodies.Add((await Breeding.ProposeAsync(proposer, Breeding.Prompt(seed, number, breeding.FirstBodies))).Body!);
        }

        return bodies;
    }
}
