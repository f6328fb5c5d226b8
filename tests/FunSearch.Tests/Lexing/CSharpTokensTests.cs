using FunSearch.Lexing;
using FunSearch.Programs;

namespace FunSearch.Tests.Lexing;

public sealed class CSharpTokensTests
{
    // Each of these overflows the stack of Roslyn's lexer, and with it kills the process, when read as C# alone.
    [Theory]
    [InlineData("#if ", "(")]
    [InlineData("#if ", "!")]
    [InlineData("/* */ #if ", "(")]
    [InlineData("/// ", "<a>")]
    [InlineData("/** ", "<a>")]
    [InlineData("", "$\"{")]
    [InlineData("", "$@\"{")]
    [InlineData("", "@$\"{")]
    [InlineData("", "$$\"\"\"{{")]
    [InlineData("$\"{", "(")]
    public async Task Text_that_nests_without_end_is_read_on_a_small_stack(string start, string repeated)
    {
        var text = start + string.Concat(Enumerable.Repeat(repeated, 65_536 / repeated.Length));

        var tokens = await Task.Run(() => CSharpTokens.Of(text).Sum(token => token.FullSpan.Length), TestContext.Current.CancellationToken);

        Assert.InRange(tokens, 0, text.Length);
    }

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        const string text = "#region x\nvar price = $\"{a}\" + b;";

        var last = CSharpTokens.Of(text).Last(token => token.Text == "b");

        Assert.Equal(text.LastIndexOf('b'), last.SpanStart);
    }

    [Fact]
    public void Bodies_that_differ_in_an_interpolated_string_alone_are_different()
    {
        var interpolated = new Body("{ throw new Exception($\"{a}\"); }");
        var plain = new Body("{ throw new Exception(\"{a}\"); }");

        Assert.NotEqual(plain, interpolated);
    }

    [Fact]
    public void Documentation_in_a_body_does_not_count()
    {
        var documented = new Body("{ /// <summary>x\n return 1; }");

        Assert.Equal(new Body("{ return 1; }"), documented);
    }
}
