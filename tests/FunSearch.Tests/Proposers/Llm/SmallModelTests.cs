using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Recorded;
using FunSearch.Search;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>The path from a prompt to a body, on answers that nobody wrote by hand. It holds the path, not the answers' worth.</summary>
public sealed class SmallModelTests(SmallModel model, ITestOutputHelper output) : IClassFixture<SmallModel>, IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private const int Prompts = 8;

    // A busy machine makes a small model slow, and nothing here is about speed.
    private static readonly ModelSettings Short = new() { MaxOutputTokens = 150, TimeoutSeconds = 300 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_a_real_model_is_read_to_a_body_or_a_reason_and_plays_back_to_the_same()
    {
        Assert.SkipWhen(model.Endpoint is null, "No language model: set FUNSEARCH_TEST_ENDPOINT to one, or FUNSEARCH_TEST_LLM to a command that starts one.");
        var endpoint = ModelEndpoint.Parse(model.Endpoint!);
        var connection = await endpoint.ConnectAsync(ApiKey.In(endpoint.KeyVariables), Short, Cancelled);
        var asked = await ProposeAsync(new ChatProposer(
            model.Endpoint!, connection.Client, connection.Model, BinPacking.Function, BinPacking.Write, BinPacking.Instruction, Short));

        var lines = asked.ConvertAll(proposal => RecordedAnswer.Of(proposal.Exchange!).ToLine());
        await File.WriteAllLinesAsync(_path, lines, Cancelled);
        var played = await ProposeAsync(await RecordedProposer.OpenAsync(_path, BinPacking.Function, Cancelled));

        foreach (var (proposal, line) in asked.Zip(lines))
        {
            output.WriteLine($"{proposal.NoCode ?? proposal.Body!.Text}\n    of {line}");
        }

        Assert.Equal(Prompts, asked.Count);
        Assert.All(asked, proposal =>
        {
            Assert.True(proposal.Body is null != (proposal.NoCode is null));
            Assert.InRange(proposal.Exchange!.InputTokens, 1, 2_000);
            Assert.InRange(proposal.Exchange.OutputTokens, 1, Short.MaxOutputTokens);
        });
        Assert.Equal(asked.Select(proposal => (proposal.Body, proposal.NoCode)), played.Select(proposal => (proposal.Body, proposal.NoCode)));
    }

    [Theory]
    [InlineData("", "Write a short C# method.", true)]
    [InlineData("", "Write a short C# method.", false)]
    [InlineData("/completions", "public static double Priority(double item, double room)\n{\n", true)]
    [InlineData("/completions", "public static double Priority(double item, double room)\n{\n", false)]
    public async Task A_real_server_is_heard_in_every_way_and_its_tokens_are_no_more_than_estimated(string path, string prompt, bool stream)
    {
        Assert.SkipWhen(model.Endpoint is null, "No language model: set FUNSEARCH_TEST_ENDPOINT to one, or FUNSEARCH_TEST_LLM to a command that starts one.");
        var parts = model.Endpoint!.Split('#');
        var endpoint = ModelEndpoint.Parse($"{parts[0]}{path}#{parts.ElementAtOrDefault(1)}");
        var connection = await endpoint.ConnectAsync(ApiKey.In(endpoint.KeyVariables), Short with { MaxOutputTokens = 30 }, Cancelled);
        using var client = connection.Client;
        var seeded = new ChatOptions { Seed = 1 };

        var whole = await Listener.AskAsync(client, [new ChatMessage(ChatRole.User, prompt)], seeded, stream, _ => false, Cancelled);
        var cut = await Listener.AskAsync(client, [new ChatMessage(ChatRole.User, prompt)], seeded, stream, _ => true, Cancelled);

        output.WriteLine($"{whole}\nand\n{cut}");
        Assert.All([whole, cut], heard => Assert.Null(heard.Failure));
        Assert.False(whole.IsEstimated);

        // The end of an answer is a token without text.
        Assert.InRange(whole.OutputTokens, 1, TokenEstimate.Of(whole.Text) + 1);
    }

    public void Dispose() => File.Delete(_path);

    private static async Task<List<Proposal>> ProposeAsync(IProposer proposer)
    {
        var proposals = new List<Proposal>();
        for (var number = 1; number <= Prompts; number++)
        {
            proposals.AddRange(await proposer.ProposeAsync(BinPacking.Prompt(number), Cancelled).ToListAsync(Cancelled));
        }

        return proposals;
    }
}
