using FunSearch.Proposers.Llm;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("item room", 2)]
    [InlineData("capacity", 2)]
    [InlineData("x += 0.75;\n    y", 10)]
    [InlineData("größte", 6)]
    public void A_token_is_four_letters_a_digit_a_mark_or_a_stretch_of_space(string text, long tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    // As SmolLM2's own tokens were counted.
    [Theory]
    [InlineData("double P(double i,double r,double c){var x=r-i;if(x<0)return-1e9;var y=c*c-x*3.14159265/(i+1e-7);for(int k=0;k<12;k++){x+=y%7*k;}return x*x-y;}", 92)]
    public void No_code_has_more_tokens_than_estimated(string text, long counted) => Assert.InRange(TokenEstimate.Of(text), counted, counted * 3 / 2);
}
