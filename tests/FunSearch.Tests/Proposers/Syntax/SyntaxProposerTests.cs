using System.Text.RegularExpressions;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Syntax;

public class SyntaxProposerTests
{
    private static readonly Dictionary<string, Breeding> Signatures = new()
    {
        ["scalars"] = new("double", "double item; double room; double capacity", "{ return item - room; }"),
        ["array and int"] = new(
            "int",
            "int[] digits; int n",
            """
            {
                int sum = 0;
                for (int i = 0; i < digits.Length; i++)
                {
                    if (digits[i] == 2) sum += 3 * digits[i];
                    else sum -= n % 7;
                }

                foreach (var digit in digits)
                {
                    sum = Math.Max(sum, digit - 1);
                }

                return sum;
            }
            """),
        ["span and bool"] = new(
            "double",
            "ReadOnlySpan<double> values; bool wide; int k; (int Row, int) cell",
            """
            {
                const double Weight = 0.5;
                var total = 0.0;
                double best;
                if (wide) best = 1; else best = k / 2.0;
                for (int i = 0; i < values.Length; i++) { total += values[i] * Weight; }
                return wide && k > 3 ? total / (values.Length + 1) : best - cell.Row;
            }
            """),
        ["a condition"] = new("bool", "double x; double y; int k; bool flag", "{ return x < y; }", "{ if (flag || k == 3) { return false; } return !(x >= y); }"),
        ["other numbers"] = new("float", "float weight; long size; byte kind", "{ var scaled = weight * 2f; return size > 10L ? scaled : kind; }"),
        ["written by a model"] = new("double", "double[] scores; List<int> open; double limit", ModelBodies.All),
    };

    public static TheoryData<string> SignatureNames => [.. Signatures.Keys];

    [Fact]
    public async Task A_child_tells_which_parent_it_is_an_edit_of()
    {
        var breeding = new Breeding("double", "double item; double room", "{ return item - 111.25; }");
        Body[] parents = [breeding.FirstBodies[0], new("{ return room * 222.5; }")];

        var children = new List<Proposal>();
        for (var number = 1; number <= 300; number++)
        {
            children.Add(await Breeding.ProposeAsync(breeding.Proposer(), Breeding.Prompt(seed: 1, number, parents)));
        }

        // Only a crossing brings something of the other parent.
        var own = children.Where(child => !child.Origin.Contains("cross", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(own.Where(child => child.Edited == 0), child => child.Body!.Text.Contains("222.5", StringComparison.Ordinal));
        Assert.DoesNotContain(own.Where(child => child.Edited == 1), child => child.Body!.Text.Contains("111.25", StringComparison.Ordinal));
        Assert.InRange(children.Count(child => child.Edited == 1), 200, 280);
        Assert.All(children, child => Assert.InRange(child.Edited!.Value, 0, 1));
    }

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public async Task Every_child_of_a_long_chain_compiles(string signature)
    {
        var breeding = Signatures[signature];

        var children = await breeding.ChainAsync(length: 1000, seed: 1);

        Assert.Empty(breeding.Errors(children.Select(child => child.Child.Body!.Text)));
    }

    [Fact]
    public async Task A_parent_whose_comments_nest_without_end_is_bred_from()
    {
        var comment = $"/// {string.Concat(Enumerable.Repeat("<a>", 100_000))}";
        var breeding = new Breeding("double", "double item; double room", $"{{\n{comment}\nreturn item - room;\n}}");

        var children = await breeding.ChainAsync(length: 1, seed: 1);

        Assert.NotNull(Assert.Single(children).Child.Body);
    }

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public async Task A_child_differs_from_its_parents_and_stays_within_bounds(string signature)
    {
        var breeding = Signatures[signature];

        var children = await breeding.ChainAsync(length: 150, seed: 2);

        int SizeOf(Body body) => breeding.Read(body.Text).Size;
        Assert.All(children, child =>
        {
            Assert.DoesNotContain(child.Parents, parent => parent.Body.Equals(child.Child.Body));
            Assert.InRange(SizeOf(child.Child.Body!), 1, child.Parents.Select(parent => SizeOf(parent.Body)).Append(80).Max());
        });
    }

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public async Task One_seed_gives_one_chain(string signature)
    {
        var breeding = Signatures[signature];

        var once = await breeding.ChainAsync(length: 100, seed: 3);
        var again = await breeding.ChainAsync(length: 100, seed: 3);

        Assert.Equal(once.Select(child => (child.Child.Body!.Text, child.Child.Origin)), again.Select(child => (child.Child.Body!.Text, child.Child.Origin)));
    }

    [Fact]
    public async Task A_child_says_which_operators_made_it()
    {
        var children = await Signatures["scalars"].ChainAsync(length: 400, seed: 4);

        var names = Repertoire.For(Kind.Double, withTemplates: true).Select(each => each.Name).ToHashSet();
        Assert.All(children, child => Assert.All(child.Child.Origin.Split('+'), name => Assert.Contains(name, names)));
        Assert.InRange(children.Count(child => child.Child.Origin.Contains('+')), 40, 120);
        Assert.Equal(names.Order(), children.SelectMany(child => child.Child.Origin.Split('+')).Distinct().Order());
    }

    [Fact]
    public async Task A_child_is_laid_out_as_a_person_would_and_reads_the_same_when_read_again()
    {
        var breeding = Signatures["scalars"];

        var children = await breeding.ChainAsync(length: 200, seed: 5);

        Assert.All(children, child =>
        {
            var text = child.Child.Body!.Text;
            Assert.Equal(text, breeding.Print(breeding.Read(text).Block));
            Assert.DoesNotMatch(@"\d\.\d{7}", text);
        });
    }

    [Fact]
    public async Task Prompts_can_be_answered_at_once_on_several_threads()
    {
        var breeding = Signatures["array and int"];
        var proposer = breeding.Proposer();
        var parents = breeding.FirstBodies;

        var together = await Task.WhenAll(Enumerable.Range(1, 200).Select(number => Task.Run(() => Breeding.ProposeAsync(proposer, Breeding.Prompt(6, number, parents)))));

        var alone = breeding.Proposer();
        for (var number = 1; number <= 200; number++)
        {
            Assert.Equal((await Breeding.ProposeAsync(alone, Breeding.Prompt(6, number, parents))).Body, together[number - 1].Body);
        }
    }

    [Fact]
    public async Task A_body_that_holds_nothing_known_is_answered_with_a_sentence()
    {
        var breeding = new Breeding("List<string>", "List<string> words", "{ return words; }");

        var proposal = await Breeding.ProposeAsync(breeding.Proposer(), Breeding.Prompt(7, 1, breeding.FirstBodies));

        Assert.Null(proposal.Body);
        Assert.NotNull(proposal.NoCode);
    }

    [Fact]
    public async Task A_threshold_on_a_difference_of_two_scalars_is_a_usual_find()
    {
        var breeding = Signatures["scalars"];
        var proposer = breeding.Proposer();

        var children = new List<Body>();
        for (var number = 1; number <= 1000; number++)
        {
            children.Add((await Breeding.ProposeAsync(proposer, Breeding.Prompt(8, number, breeding.FirstBodies))).Body!);
        }

        Assert.InRange(children.Count(child => Regex.IsMatch(child.Text, @"(room - item|item - room) [<>]=? -?\d")), 20, 500);
    }
}
