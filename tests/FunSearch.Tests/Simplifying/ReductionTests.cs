using FunSearch.Programs;
using FunSearch.Simplifying;
using FunSearch.Simplifying.Reductions;
using FunSearch.Specifications;

namespace FunSearch.Tests.Simplifying;

/// <summary>What single reductions offer, before anybody runs it.</summary>
public sealed class ReductionTests
{
    private static readonly EvolvedFunction Function = new("Height", "double", [new("double", "a"), new("double", "b"), new("int", "n")], "");

    [Fact]
    public void Statements_are_deleted_in_runs_the_longest_first()
    {
        var left = Offered(new DeleteStatements(), "{ n++; n--; return a; }");

        Assert.Equal(Bodies("{ }", "{ n--; return a; }", "{ n++; return a; }", "{ n++; n--; }"), left);
    }

    [Fact]
    public void A_switch_becomes_one_of_its_sections_and_an_else_if_stays_in_its_place()
    {
        var sections = Offered(new KeepBranch(), "{ switch (n) { case 1: a = b; break; default: return b; } return a; }");
        var branches = Offered(new KeepBranch(), "{ if (n > 1) { return a; } else if (n > 0) { return b; } return 3; }");

        Assert.Equal(Bodies("{ a = b; return a; }", "{ return b; return a; }"), sections);
        Assert.Contains(new Body("{ if (n > 1) { return a; } else { return b; } return 3; }"), branches);
    }

    [Fact]
    public void The_head_of_a_loop_keeps_what_it_counts_with()
    {
        var left = Offered(new KeepOperand(), "{ for (int i = 0; i < n; i++) { } while (n > 0) { n--; } return a; }");

        Assert.DoesNotContain(left, body => body.Text.Contains("while (true)", StringComparison.Ordinal) || body.Text.Contains("0 < n", StringComparison.Ordinal));
        Assert.Contains(left, body => body.Text.Contains("while (false)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(12.34, "0 1 10 20 12 13 12.3 12.4")]
    [InlineData(-0.025, "0 1 0.03 0.02")]
    [InlineData(100, "0 1")]
    public void A_number_loses_digits_until_it_is_itself(double value, string rounder)
    {
        var left = Offered(new RoundNumber(), FormattableString.Invariant($"{{ return a * {Math.Abs(value)}; }}"));

        Assert.Equal(Bodies([.. rounder.Split(' ').Select(number => $"{{ return a * {number}; }}")]), left);
    }

    [Fact]
    public void What_would_grow_without_bounds_is_not_written_out()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("f(a)", 200));
        var terms = string.Join(" + ", Enumerable.Repeat("x", 200));

        var left = Offered(new InlineFunction(), $"{{ double f(double x) => {terms}; return {sum}; }}");

        Assert.Empty(left);
    }

    private static List<Body> Offered(IReduction reduction, string body)
    {
        var draft = Draft.Read(Function, new Body(body));
        return [.. reduction.Of(draft).Select(block => draft.With(block).Body)];
    }

    private static List<Body> Bodies(params string[] bodies) => [.. bodies.Select(body => new Body(body))];
}
