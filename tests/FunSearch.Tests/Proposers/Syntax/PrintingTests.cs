namespace FunSearch.Tests.Proposers.Syntax;

public class PrintingTests
{
    private static readonly Breeding Scalars = new("double", "double a; double b; int n; bool flag", "{ return a; }");

    [Theory]
    [InlineData("2 * 3.5 + a", "7 + a")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("a * 1 + 0", "a")]
    [InlineData("a - -3", "a + 3")]
    [InlineData("a + -b", "a - b")]
    [InlineData("-(-a)", "a")]
    [InlineData("-(a - b)", "b - a")]
    [InlineData("a - (b - 1)", "a - b + 1")]
    [InlineData("a - (b + a)", "a - b - a")]
    [InlineData("a - a + b * 0", "0")]
    [InlineData("(a + 2) + 3.5", "a + 5.5")]
    [InlineData("2 * (a * 3)", "6 * a")]
    [InlineData("a * (b * a)", "a * b * a")]
    [InlineData("2 * a * 3", "6 * a")]
    [InlineData("a / 1 - a / a", "a - 1")]
    [InlineData("Math.Abs(-a) + Math.Abs(Math.Abs(b))", "Math.Abs(a) + Math.Abs(b)")]
    [InlineData("Math.Max(a, a) + Math.Min(2, 3)", "a + 2")]
    [InlineData("flag ? a : a", "a")]
    [InlineData("true ? a : b", "a")]
    [InlineData("!flag ? a : b", "flag ? b : a")]
    [InlineData("!(a < b) ? 1.0 : 2.0", "a >= b ? 1.0 : 2.0")]
    [InlineData("a - 3 < 5 && !(!flag) ? a : b", "a < 8 && flag ? a : b")]
    [InlineData("5 > a ? a : b", "a < 5 ? a : b")]
    [InlineData("(int)2.75 + n", "2 + n")]
    public void An_expression_is_written_in_its_shorter_form(string expression, string expected)
    {
        var printed = Printed($"{{ return {expression}; }}");

        Assert.Equal($"{{\n    return {expected};\n}}", printed);
    }

    [Theory]
    [InlineData("(a + b) * 2")]
    [InlineData("a / (b * 2)")]
    [InlineData("a - b * 2")]
    [InlineData("-(a + b)")]
    [InlineData("a % (b + 1)")]
    [InlineData("(flag ? a : b) * 2")]
    [InlineData("flag ? (a > 1 ? a : 2) : b")]
    [InlineData("a > 1 ? a : b > 2 ? b : 3")]
    [InlineData("(int)(a + b)")]
    [InlineData("1.0 / n")]
    [InlineData("Math.Floor(n * 2.0)")]
    [InlineData("n / 2")]
    public void Parentheses_and_points_stay_where_the_meaning_needs_them(string expression)
    {
        var printed = Printed($"{{ return {expression}; }}");

        Assert.Equal($"{{\n    return {expression};\n}}", printed);
    }

    [Theory]
    [InlineData("((a)) + (b * (2.0))", "a + b * 2")]
    [InlineData("Math.Pow((a), 2.0)", "Math.Pow(a, 2)")]
    public void Parentheses_and_points_go_where_it_does_not(string expression, string expected)
    {
        var printed = Printed($"{{ return {expression}; }}");

        Assert.Equal($"{{\n    return {expected};\n}}", printed);
    }

    [Theory]
    [InlineData("if (flag) { } return a;", "return a;")]
    [InlineData("if (flag) { } else { return b; } return a;", "if (!flag) { return b; } return a;")]
    [InlineData("if (a < a) { return b; } return a;", "return a;")]
    [InlineData("if (1 < 2) { return b; } return a;", "return b;")]
    [InlineData("if (flag) { return a; } return a;", "return a;")]
    [InlineData("if (flag) { return a; } if (flag) { return 2; } return b;", "if (flag) { return a; } return b;")]
    [InlineData("return a; if (flag) { return b; } return 3;", "return a;")]
    [InlineData("{ { return a; } }", "return a;")]
    [InlineData("double c = a + 1; double d = c * 2; return b;", "return b;")]
    public void A_statement_that_decides_nothing_is_dropped(string statements, string expected)
    {
        var printed = Printed($"{{ {statements} }}");

        Assert.Equal(new FunSearch.Programs.Body($"{{ {expected} }}"), new FunSearch.Programs.Body(printed));
    }

    [Fact]
    public void A_body_is_laid_out_in_blocks_of_four_spaces()
    {
        var printed = Printed("{ if (flag) return a; else if (n > 3) return b; /* the rest */ return -a; }");

        Golden.Matches(printed + "\n", "layout");
    }

    private static string Printed(string body) => Scalars.Print(Scalars.Read(body).Block);
}
