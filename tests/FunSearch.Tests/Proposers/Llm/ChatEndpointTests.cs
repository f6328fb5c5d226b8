using FunSearch.Proposers.Llm;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ChatEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1#name", "http://127.0.0.1:8080/v1", "name")]
    [InlineData("http://127.0.0.1:8080/v1/#name", "http://127.0.0.1:8080/v1", "name")]
    [InlineData("https://host/v1#org/name:7b", "https://host/v1", "org/name:7b")]
    [InlineData("https://host/v1", "https://host/v1", null)]
    [InlineData("https://host/v1#", "https://host/v1", null)]
    public void An_address_and_a_model_are_read(string text, string address, string? model)
    {
        var endpoint = ChatEndpoint.Parse(text);

        Assert.Equal(new ChatEndpoint(new Uri(address), model), endpoint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:8080#name")]
    [InlineData("ftp://host/v1#name")]
    [InlineData("http://#name")]
    public void What_is_no_address_is_refused_with_an_example(string text)
    {
        var refusal = Assert.Throws<ProposerException>(() => ChatEndpoint.Parse(text));

        Assert.Equal($"'{text}' is no address of a language model. Write URL#MODEL, for instance http://127.0.0.1:8080/v1#qwen.", refusal.Message);
    }

    [Theory]
    [InlineData("http://me:secret@host/v1#name")]
    [InlineData("http://host/v1?key=secret#name")]
    public void A_secret_in_the_address_is_refused_and_not_repeated(string text)
    {
        var refusal = Assert.Throws<ProposerException>(() => ChatEndpoint.Parse(text));

        Assert.Equal("The address of host holds a user or a query. Write URL#MODEL alone, and give a key in OPENAI_API_KEY.", refusal.Message);
    }

    [Fact]
    public async Task The_only_model_of_a_server_needs_no_name()
    {
        await using var server = new StubServer(new StubAnswer(200, """{"object":"list","data":[{"id":"tiny","object":"model"}]}"""));

        var connection = await ConnectAsync(server);

        Assert.Equal("tiny", connection.Model);
        Assert.Equal("GET /v1/models HTTP/1.1", Assert.Single(server.Requests).Line);
    }

    [Theory]
    [InlineData(200, """{"data":[{"id":"a"},{"id":"b"}]}""", " has 2 models: a, b. Name one: @#a.")]
    [InlineData(200, """{"data":[]}""", " has no model. Load one there, and name it: @#MODEL.")]
    [InlineData(200, "<html>", "/models did not answer with a list of models. Name the model: @#MODEL.")]
    [InlineData(200, """{"data":[7]}""", "/models did not answer with a list of models. Name the model: @#MODEL.")]
    [InlineData(404, "nothing here", "/models does not say which models there are (404: nothing here). Name the model: @#MODEL.")]
    [InlineData(401, "key sk-1?", " refuses the key (401: key (key)?). Set OPENAI_API_KEY to a valid one.")]
    public async Task Without_a_single_model_its_name_is_asked_for(int status, string answer, string sentence)
    {
        await using var server = new StubServer(new StubAnswer(status, answer));

        var refusal = await Assert.ThrowsAsync<ProposerException>(() => ConnectAsync(server));

        Assert.Equal(server.Address + sentence.Replace("@", server.Address), refusal.Message);
    }

    private static Task<ChatConnection> ConnectAsync(StubServer server) =>
        ChatEndpoint.Parse(server.Address).ConnectAsync("sk-1", new ChatProposerOptions(), Cancelled);
}
