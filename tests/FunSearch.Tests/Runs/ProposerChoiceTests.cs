using FunSearch.Runs;

namespace FunSearch.Tests.Runs;

public sealed class ProposerChoiceTests
{
    [Theory]
    [InlineData("embedded")]
    [InlineData("best-of-n")]
    [InlineData("random")]
    [InlineData("http://127.0.0.1:8080/v1#qwen")]
    public void What_is_stored_of_a_choice_reads_back_as_the_same(string text)
    {
        var choice = ProposerChoice.Parse(text);

        Assert.Equal(text, choice.Name);
        Assert.Equal(text, ProposerChoice.Parse(choice.Name).Name);
    }

    [Fact]
    public void Recorded_answers_are_found_again_from_any_folder()
    {
        var choice = ProposerChoice.Parse("recorded:answers.jsonl");

        Assert.Equal($"recorded:{Path.GetFullPath("answers.jsonl")}", choice.Name);
        Assert.Equal(choice.Name, ProposerChoice.Parse(choice.Name).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("embeded")]
    [InlineData("recorded:")]
    [InlineData("ftp://127.0.0.1#m")]
    [InlineData("own:mine")]
    public void A_proposer_that_nobody_knows_is_refused_with_the_right_form(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => ProposerChoice.Parse(text));

        Assert.StartsWith($"The proposer is '{text}'. It must be embedded, best-of-n, random, recorded:FILE", refusal.Message, StringComparison.Ordinal);
    }
}
