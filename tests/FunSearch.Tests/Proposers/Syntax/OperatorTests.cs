using System.Text.RegularExpressions;
using FunSearch.Proposers.Syntax;
using FunSearch.Proposers.Syntax.Operators;
using FunSearch.Randomness;

namespace FunSearch.Tests.Proposers.Syntax;

public class OperatorTests
{
    private static readonly Breeding Scalars = new("double", "double a; double b; bool flag", "{ return a; }");

    [Fact]
    public void A_literal_is_changed_and_nothing_else()
    {
        var children = Children(new ChangeLiteral(), "{ return 12 * a + b; }");

        Assert.True(children.Count > 20);
        Assert.All(children, child => Assert.Matches(@"^\{ return (-?[\d.]+ \* a \+ b|b|-a \+ b|b - a|a \+ b|b - [\d.]+ \* a); \}$", child));
    }

    [Fact]
    public void An_operator_is_exchanged_for_one_of_its_kind()
    {
        var children = Children(new ChangeOperator(), "{ if (a < b) { return Math.Max(a, b); } return a + b; }");

        Assert.Contains("{ if (a >= b) { return Math.Max(a, b); } return a + b; }", children);
        Assert.Contains("{ if (a < b) { return Math.Min(a, b); } return a + b; }", children);
        Assert.Contains("{ if (a < b) { return Math.Max(a, b); } return a / b; }", children);
        Assert.Equal(7, children.Count);
    }

    [Fact]
    public void An_expression_is_replaced_by_one_of_its_kind()
    {
        var children = Children(new ReplaceExpression(), "{ return flag ? a : b; }");

        Assert.Contains("{ return a; }", children);
        Assert.Contains(children, child => child.StartsWith("{ return flag ? a : ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_is_added()
    {
        var children = Children(new AddTerm(), "{ return a; }");

        Assert.Contains("{ return a + b; }", children);
        Assert.Contains(children, child => Regex.IsMatch(child, @"^\{ return a - [\d.]+ \* b; \}$"));
    }

    [Fact]
    public void A_number_is_put_within_a_function()
    {
        var children = Children(new WrapInFunction(), "{ return a; }");

        Assert.Contains("{ return Math.Abs(a); }", children);
        Assert.All(children, child => Assert.Contains("Math.", child));
    }

    [Fact]
    public void A_branch_returns_early()
    {
        var children = Children(new InsertBranch(Kind.Double), "{ return a; }");

        Assert.Contains(children, child => child.StartsWith("{ if (a - b > ", StringComparison.Ordinal));
        Assert.Contains(children, child => Regex.IsMatch(child, @"^\{ if \(a - b >=? [\d.]+\) \{ return a - \d+; \} return a; \}$"));
    }

    [Fact]
    public void A_value_becomes_a_choice()
    {
        var children = Children(new MakeConditional(), "{ return a; }");

        Assert.Contains(children, child => child.Contains(" ? ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_branch_is_repeated_with_other_numbers()
    {
        var children = Children(new DuplicateWithChange(), "{ if (a < 5) { return b; } return a; }");

        Assert.Contains("{ if (a < 4) { return b; } if (a < 5) { return b; } return a; }", children);
    }

    [Fact]
    public void A_statement_is_dropped_only_when_the_rest_does_without()
    {
        var children = Children(new DeleteStatement(), "{ double c = a; if (flag) { c = b; } if (a < b) { return 1; } else { return c; } }");

        Assert.Equal(
            [
                "{ double c = a; if (a < b) { return 1; } else { return c; } }",
                "{ double c = a; if (flag) { c = b; } return 1; }",
                "{ double c = a; if (flag) { c = b; } return c; }",
            ],
            children.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_side_of_a_sum_stays()
    {
        var children = Children(new DeleteTerm(), "{ return a + Math.Abs(b); }");

        Assert.Equal(["{ return Math.Abs(b); }", "{ return a + b; }", "{ return a; }"], children.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_branches_change_places()
    {
        var children = Children(new SwapStatements(), "{ if (a < 1) { return b; } if (a < 2) { return 3; } return a; }");

        Assert.Equal(["{ if (a < 2) { return 3; } if (a < 1) { return b; } return a; }"], children);
    }

    [Fact]
    public void An_expression_comes_from_the_other_parent_with_names_that_mean_something()
    {
        var children = Children(new CrossExpression(), "{ return a; }", "{ double gap = a - b; return 7 * gap; }");

        Assert.Contains("{ return a - b; }", children);
        Assert.Contains("{ return 7 * b; }", children);
        Assert.DoesNotContain(children, child => child.Contains("gap", StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_comes_from_the_other_parent_with_names_that_are_free()
    {
        var children = Children(
            new CrossStatement(),
            "{ double sum = 2; return a + sum; }",
            "{ double sum = 1; if (flag) { double c = b * 2; sum += c; } return sum; }");

        Assert.Contains("{ double sum = 2; if (flag) { double c = b * 2; sum += c; } return a + sum; }", children);
        Assert.Contains("{ double sum = 2; sum += b; return a + sum; }", children);
    }

    private static HashSet<string> Children(IOperator each, string parent, string? donor = null)
    {
        var (reading, other) = (Scalars.Read(parent), Scalars.Read(donor ?? parent));
        var children = new HashSet<string>();
        for (var number = 1; number <= 400; number++)
        {
            var random = new SeededRandom(1, SeededRandom.Stream.Proposal, number);
            if (each.Apply(new Edit(reading, other, new ExpressionMaker(new LiteralMaker([], random), random), random)) is { } block)
            {
                children.Add(string.Join(' ', Scalars.Print(block).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        children.Remove(string.Join(' ', Scalars.Print(reading.Block).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(Scalars.Errors(children));
        return children;
    }
}
