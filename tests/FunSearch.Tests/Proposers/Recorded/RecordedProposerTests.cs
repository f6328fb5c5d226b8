using FunSearch.Accounts;
using FunSearch.Proposers.Recorded;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Recorded;

public sealed class RecordedProposerTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("recorded-").FullName, "answers.jsonl");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task Answers_are_played_back_by_the_prompts_number_and_end_with_the_file()
    {
        var proposer = await OpenAsync(
            """{"answer": "{ return 1; }", "model": "tiny", "input_tokens": 3, "output_tokens": 4}""", "", """{"answer": "I cannot."}""");

        var second = Assert.Single(await proposer.ProposeAsync(BinPacking.Prompt(2), Cancelled).ToListAsync(Cancelled));
        var first = Assert.Single(await proposer.ProposeAsync(BinPacking.Prompt(1), Cancelled).ToListAsync(Cancelled));
        var third = await proposer.ProposeAsync(BinPacking.Prompt(3), Cancelled).ToListAsync(Cancelled);

        Assert.True(proposer.IsDeterministic);
        Assert.Equal("{\n    return 1;\n}", first.Body!.Text);
        Assert.Equal(("tiny", new Exchange("tiny", "", "{ return 1; }", 3, 4)), (first.Origin, first.Exchange));
        Assert.Equal("The answer holds no code.", second.NoCode);
        Assert.Empty(third);
    }

    [Theory]
    [InlineData("""{"answer": "a", "modle": "b"}""", "The key 'modle' is unknown.")]
    [InlineData("""{"model": "b"}""", "The key 'answer' is missing.")]
    [InlineData("""{"answer": "a", "answer": "b"}""", "A key stands there twice.")]
    [InlineData("""["a"]""", "This is JSON, but no object: Array.")]
    [InlineData("answer", "This is no JSON, or a value of the wrong kind: ")]
    [InlineData("""{"answer": 1}""", "This is no JSON, or a value of the wrong kind: ")]
    [InlineData("""{"answer": null}""", "This is no JSON, or a value of the wrong kind: ")]
    public async Task A_bad_line_is_named_with_its_mend(string line, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<ProposerException>(() => OpenAsync("""{"answer": "a"}""", line));

        Assert.StartsWith($"{_path}(2): {sentence}", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("""Write {"answer": "…"}, and as you like "model", "input_tokens" and "output_tokens".""", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_sentence()
    {
        var refusal = await Assert.ThrowsAsync<ProposerException>(() => RecordedProposer.OpenAsync(_path, BinPacking.Function, Cancelled));

        Assert.Contains(_path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_line_is_read_as_it_was_written()
    {
        var answer = RecordedAnswer.Of(new Exchange("tiny", "prompt", "{\n    return \"ä\";\n}", 3, 4));

        var line = answer.ToLine();

        Assert.Equal("""{"answer":"{\n    return \"ä\";\n}","model":"tiny","input_tokens":3,"output_tokens":4}""", line);
        Assert.Equal(answer, RecordedAnswer.Parse(line));
    }

    private async Task<RecordedProposer> OpenAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_path, lines, Cancelled);
        return await RecordedProposer.OpenAsync(_path, BinPacking.Function, Cancelled);
    }
}
