using FunSearch.Programs;

namespace FunSearch.Tests.Lexing;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("{ var sum = a + 1; return sum * sum; }", "{ var total = a + 1; return total * total; }")]
    [InlineData("{ double sum = 0; foreach (var x in xs) { sum += x; } return sum; }", "{ double s = 0; foreach (var each in xs) { s += each; } return s; }")]
    [InlineData("{ int[] parts = [a, b]; for (int i = 0; i < parts.Length; i++) { } return parts[0]; }", "{ int[] p = [a, b]; for (int k = 0; k < p.Length; k++) { } return p[0]; }")]
    public void Names_of_locals_do_not_tell_bodies_apart(string one, string other)
    {
        Assert.Equal(new Body(one).Normal, new Body(other).Normal);
        Assert.NotEqual(new Body(one), new Body(other));
    }

    [Theory]
    [InlineData("{ var x = a; return x; }", "{ var x = b; return x; }")]
    [InlineData("{ return a > room; }", "{ return a > item; }")]
    [InlineData("{ var x = 1; var y = 2; return x - y; }", "{ var y = 1; var x = 2; return x - y; }")]
    [InlineData("{ var x = p.x; return x; }", "{ var x = p.y; return x; }")]
    [InlineData("{ var x = 1; return x; }", "{ var x = 2; return x; }")]
    public void Whatever_else_differs_does(string one, string other) => Assert.NotEqual(new Body(one).Normal, new Body(other).Normal);

    [Fact]
    public void A_form_is_what_is_left_without_numbers()
    {
        var form = new Body("{ var x = 1.5; return x < 3 ? a : 7; }").Form;

        Assert.Equal(form, new Body("{ var y = 2.25; return y < 12 ? a : 0; }").Form);
        Assert.NotEqual(form, new Body("{ var y = 2.25; return y < 12 ? b : 0; }").Form);
    }
}
