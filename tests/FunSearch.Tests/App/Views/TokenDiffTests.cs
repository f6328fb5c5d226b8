using FunSearch.App.Views;
using FunSearch.Programs;

namespace FunSearch.Tests.App.Views;

public sealed class TokenDiffTests
{
    [Theory]
    [InlineData("{ return item - room; }", "{ return item * room; }", "{ return item [---]{+*+} room; }")]
    [InlineData("{ return item - room; }", "{ return item - Math.Abs(room); }", "{ return item - {+Math.Abs(+}room{+)+}; }")]
    [InlineData("{ return item - room; }", "{ return item; }", "{ return item [-- room-]; }")]
    [InlineData("{ return item - room; }", "{\n    return item-room;\n}", "{\n    return item-room;\n}")]
    [InlineData("{ return 1; }", "{ return \"{+\" + '['; }", "{ return [-1-]{+\"{+\" + '['+}; }")]
    [InlineData("{ }", "{ }", "{ }")]
    public void One_line_is_compared_token_by_token(string older, string newer, string marked)
    {
        Assert.Equal(marked, DiffView.Marked(TokenDiff.Between(new Body(older), new Body(newer))));
    }

    [Fact]
    public void A_statement_that_is_new_keeps_its_lines()
    {
        var older = new Body("{\n    return item;\n}");
        var newer = new Body("{\n    if (item > 3)\n    {\n        return 0;\n    }\n\n    return item;\n}");

        var marked = DiffView.Marked(TokenDiff.Between(older, newer));

        Assert.Equal("{\n    {+if (item > 3)\n    {\n        return 0;\n    }+}\n\n    return item;\n}", marked);
    }

    [Fact]
    public void What_is_kept_or_new_is_the_newer_body_and_what_is_kept_or_gone_the_older()
    {
        var older = new Body("{\n    var x = item * 2; // twice\n    return x > room ? x : capacity - x;\n}");
        var newer = new Body("{\n    var y = item * 2.5;\n    return y > room ? Math.Sqrt(y) : capacity;\n}");

        var pieces = TokenDiff.Between(older, newer);

        Assert.Equal(newer, new Body(Text(pieces, Change.Removed)));
        Assert.Equal(older, new Body(Text(pieces, Change.Added)));
    }

    [Fact]
    public void On_a_terminal_the_colours_say_what_the_marks_say_elsewhere()
    {
        var pieces = TokenDiff.Between(new Body("{ return item - room; }"), new Body("{ return item * room; }"));

        Assert.Equal("{ return item -* room; }", Samples.Text(DiffView.Render(pieces, inColours: true), 80).TrimEnd());
        Assert.Equal("{ return item [---]{+*+} room; }", Samples.Text(DiffView.Render(pieces, inColours: false), 80).TrimEnd());
    }

    private static string Text(IEnumerable<Piece> pieces, Change without) =>
        string.Concat(pieces.Where(piece => piece.Change != without).Select(piece => piece.Text));
}
