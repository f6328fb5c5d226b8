using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>Every way to ask, on a real server.</summary>
public sealed class RealServerTests(SmallModel model, ITestOutputHelper output) : IClassFixture<SmallModel>
{
    // A busy machine makes a small model slow, and nothing here is about speed.
    private static readonly ModelSettings Short = new() { MaxOutputTokens = 150, TimeoutSeconds = 300 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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
}
