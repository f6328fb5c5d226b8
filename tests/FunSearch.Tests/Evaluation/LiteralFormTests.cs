using FunSearch.Evaluation;
using FunSearch.Programs;

namespace FunSearch.Tests.Evaluation;

public sealed class LiteralFormTests
{
    private const string Body = "{ return x >> 2 > 1.5 ? -3 : 1e3; }";

    [Fact]
    public void Numbers_are_counted_in_their_order()
    {
        var form = LiteralForm.Of(new Body(Body))!;

        Assert.Equal([2, 1.5, 3, 1000], form.Numbers);
    }

    [Theory]
    [InlineData("{ return x >> 7 > 0.25 ? -0 : 7.0; }")]
    [InlineData("{\n    return x >> 2 > 1.5 ? -3 : /* of old */ 1e3;\n}")]
    public void Bodies_that_differ_in_numbers_have_one_form(string other) => Assert.Equal(KeyOf(Body), KeyOf(other));

    [Theory]
    [InlineData("{ return x >> 2 > 1 ? -3 : 1e3; }")]
    [InlineData("{ return x >> 2 > 1.5 ? 3 : 1e3; }")]
    [InlineData("{ return x >> 2 > 1.5 ? -3 : 1e3f; }")]
    [InlineData("{ return x > > 2 > 1.5 ? -3 : 1e3; }")]
    [InlineData("{ return y >> 2 > 1.5 ? -3 : 1e3; }")]
    [InlineData("{ return x >> 2 > 1.5 ? -2147483648 : 1e3; }")]
    [InlineData("{ return x >> 2 > 1.5 ? -0x3 : 1e3; }")]
    public void Bodies_that_differ_in_anything_else_do_not(string other) => Assert.NotEqual(KeyOf(Body), KeyOf(other));

    [Theory]
    [InlineData("{ return x; }")]
    [InlineData("{ return 1.5; } /* without an end")]
    [InlineData("{ return 1.5; } // after the end")]
    [InlineData("{ return 1e999; }")]
    [InlineData("{ return \"1.5; }")]
    [InlineData("{\n#line 7\n return 1.5; }")]
    [InlineData("{ return $\"{1}\".Length * 1.5; }")]
    public void What_only_the_compiler_can_judge_has_none(string body) => Assert.Null(LiteralForm.Of(new Body(body)));

    [Fact]
    public void Nor_has_a_body_that_its_comments_make_too_long() =>
        Assert.Null(LiteralForm.Of(new Body($"{{ /*{new string('x', 8_192)}*/ return 1.5; }}")));

    private static string? KeyOf(string body) => LiteralForm.Of(new Body(body))?.Key;
}
