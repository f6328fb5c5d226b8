using FunSearch.Proposers.Syntax;
using FunSearch.Proposers.Syntax.Operators;
using FunSearch.Randomness;

namespace FunSearch.Tests.Proposers.Syntax;

/// <summary>Each operator and each template by itself: its child binds, differs, stays in bounds, and is the same for the same seed.</summary>
public sealed class TemplateTests
{
    private const int Trials = 200;

    private static readonly Dictionary<string, Breeding> Parents = new()
    {
        ["scalars"] = new("double", "double item; double room; int count", "{ if (item - room > 3) { return count; } if (room > 7) { return 1.5; } return item - room * 2; }", "{ if (room < 9) { return item; } return 4 * room; }"),
        ["whole numbers"] = new("int", "int load; int size; int left; double weight", "{ int gap = load - size; if (gap > 4) { return gap * 2; } return left - gap * 3; }"),
        ["a span"] = new("double", "ReadOnlySpan<int> vector; int n", "{ double sum = 1.5; for (int i = 0; i < vector.Length; i++) { sum += vector[i] == 1 ? 2.5 : 0.5; } return sum * 2 + n; }"),
        ["a tuple"] = new("double", "(int A, int B, int C, int D) cell; bool wide; bool deep", "{ if (wide && cell.A > 2) { return cell.B * 1.5; } return cell.C - cell.D + 0.25; }"),
        ["measures"] = new("double", "double[] loads; double limit; bool open", "{ return open ? limit * limit : limit * 3 + limit * limit; }"),
    };

    public static TheoryData<string> OperatorNames => [.. Repertoire.For(Kind.Double, withTemplates: true).Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public void A_child_binds_differs_stays_in_bounds_and_is_the_same_for_its_seed(string name)
    {
        var made = 0;
        foreach (var parent in Parents.Values)
        {
            var each = Repertoire.For(Kinds.Named(parent.Function.ReturnType), withTemplates: true).Single(each => each.Name == name);

            var children = Children(each, parent);
            var again = Children(each, parent);

            Assert.Equal(children, again);
            Assert.Empty(parent.Errors(children.Distinct()));
            var before = parent.Read(parent.FirstBodies[0].Text);
            Assert.All(children, child => Assert.InRange(parent.Read(child).Size, 1, before.Size + SyntaxProposer.LargestSize));
            made += children.Count(child => child != parent.Print(before.Block));
        }

        Assert.True(made > 0, $"{name} finds nothing to change.");
    }

    [Fact]
    public void A_template_for_sequences_serves_tuples_too()
    {
        var counts = Repertoire.For(Kind.Double, withTemplates: true).Single(each => each.Name == "element count");

        var children = Children(counts, Parents["a tuple"]);

        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.Contains("int[] parts = [cell.A, cell.B, cell.C, cell.D];", child, StringComparison.Ordinal));
    }

    [Fact]
    public void No_template_is_known_to_a_proposer_without_them() =>
        Assert.DoesNotContain(Repertoire.For(Kind.Double, withTemplates: false), each => each is AttachTemplate);

    [Fact]
    public void A_step_is_added_on_the_same_term()
    {
        var breeding = new Breeding("double", "double a; double b", "{ return a - b <= 5 ? 1.5 : 7; }");
        var step = Repertoire.For(Kind.Double, withTemplates: true).Single(each => each.Name == "add step");

        Assert.All(Children(step, breeding), child => Assert.Matches(@"a - b <= 5 \? 1\.5 : a - b <= -?[\d.]+ \? -?[\d.]+ : -?[\d.]+;|a - b <= 5 \? 1\.5 : -?[\d.]+", child));
    }

    [Fact]
    public void What_is_computed_twice_gets_a_name()
    {
        var breeding = new Breeding("double", "double a; double b", "{ if (a - b > 3) { return 2 * (a - b); } return a; }");
        var hoist = Repertoire.For(Kind.Double, withTemplates: true).Single(each => each.Name == "hoist");

        Assert.All(Children(hoist, breeding), child =>
        {
            Assert.Contains("double part = a - b;", child, StringComparison.Ordinal);
            Assert.Contains("if (part > 3)", child, StringComparison.Ordinal);
            Assert.Contains("return 2 * part;", child, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_transplant_brings_the_statements_that_its_number_hangs_on()
    {
        var breeding = new Breeding(
            "double", "double[] values; double a", "{ return a; }", "{ double sum = 0; double other = 3; for (int i = 0; i < values.Length; i++) { sum += values[i]; } return sum * 2 - a; }");
        var (parent, donor) = (breeding.Read(breeding.FirstBodies[0].Text), breeding.Read(breeding.FirstBodies[1].Text));

        var children = Enumerable.Range(0, Trials).Select(number => Apply(new Transplant(), breeding, parent, donor, number)).OfType<string>().ToList();

        Assert.Contains(children, child => child.Contains("sum += values[i];", StringComparison.Ordinal));
        Assert.DoesNotContain(children, child => child.Contains("other", StringComparison.Ordinal));
        Assert.Empty(breeding.Errors(children.Distinct()));
    }

    private static List<string> Children(IOperator each, Breeding breeding)
    {
        var (parent, donor) = (breeding.Read(breeding.FirstBodies[0].Text), breeding.Read(breeding.FirstBodies[^1].Text));
        return [.. Enumerable.Range(0, Trials).Select(number => Apply(each, breeding, parent, donor, number)).OfType<string>()];
    }

    private static string? Apply(IOperator each, Breeding breeding, Reading parent, Reading donor, int number)
    {
        var random = new SeededRandom(5, SeededRandom.Stream.Proposal, number);
        return each.Apply(new Edit(parent, donor, new ExpressionMaker(new LiteralMaker([], random), random), random)) is { } block ? breeding.Print(block) : null;
    }
}
