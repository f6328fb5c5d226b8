using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ModelEndpointTests
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
        var endpoint = ModelEndpoint.Parse(text);

        Assert.Equal(new ModelEndpoint(Provider: null, new Uri(address), model), endpoint);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1/completions#name", "http://127.0.0.1:8080/v1", true)]
    [InlineData("https://api.openai.com/v1/completions#name", "https://api.openai.com/v1", true)]
    [InlineData("http://127.0.0.1:8080/v1/chat/completions#name", "http://127.0.0.1:8080/v1", false)]
    [InlineData("https://api.anthropic.com/v1#name", "https://api.anthropic.com/v1", false)]
    public async Task The_end_of_an_address_says_whether_a_text_is_continued(string text, string address, bool isCompletion)
    {
        var endpoint = ModelEndpoint.Parse(text);

        var connection = await endpoint.ConnectAsync(new ApiKey("sk-very-secret", "A_KEY"), new ModelSettings(), Cancelled);
        using var client = connection.Client;

        Assert.Equal((new Uri(address), isCompletion), (endpoint.Address, connection.IsCompletion));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1/completions#name")]
    [InlineData("anthropic/claude")]
    public void An_address_is_written_as_it_was_read(string text) => Assert.Equal(text, $"{ModelEndpoint.Parse(text)}");

    [Theory]
    [InlineData("openai/gpt-5-mini", "https://api.openai.com/v1", "gpt-5-mini", "OPENAI_API_KEY")]
    [InlineData("openrouter/meta-llama/llama-4", "https://openrouter.ai/api/v1", "meta-llama/llama-4", "OPENROUTER_API_KEY")]
    [InlineData("anthropic/claude", "https://api.anthropic.com", "claude", "ANTHROPIC_API_KEY")]
    [InlineData("ollama/qwen3:8b", "http://127.0.0.1:11434/v1", "qwen3:8b", "FUNSEARCH_API_KEY")]
    public void A_provider_is_known_by_name(string text, string address, string model, string variable)
    {
        var endpoint = ModelEndpoint.Parse(text);

        Assert.Equal((new Uri(address), model, text), (endpoint.Address, endpoint.Model, endpoint.ToString()));
        Assert.Equal([variable], endpoint.KeyVariables);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1#gpt-5", new[] { "OPENAI_API_KEY" })]
    [InlineData("https://eu.api.openai.com/v1#gpt-5", new[] { "OPENAI_API_KEY" })]
    [InlineData("https://api.deepseek.com/v1#chat", new[] { "DEEPSEEK_API_KEY" })]
    [InlineData("https://mine.openai.azure.com/openai/v1#gpt-5", new[] { "AZURE_OPENAI_API_KEY" })]
    [InlineData("https://api.openai.com.example.org/v1#gpt-5", new[] { "FUNSEARCH_API_KEY", "OPENAI_API_KEY" })]
    [InlineData("http://127.0.0.1:8080/v1#name", new[] { "FUNSEARCH_API_KEY", "OPENAI_API_KEY" })]
    public void An_address_gets_the_key_of_its_provider_alone(string text, string[] variables) =>
        Assert.Equal(variables, ModelEndpoint.Parse(text).KeyVariables);

    [Fact]
    public async Task A_hosted_provider_without_a_key_is_not_asked()
    {
        var refusal = await Assert.ThrowsAsync<ProposerException>(
            () => ModelEndpoint.Parse("deepseek/chat").ConnectAsync(key: null, new ModelSettings(), Cancelled));

        Assert.Equal("deepseek/chat needs a key. Set DEEPSEEK_API_KEY, or DEEPSEEK_API_KEY_FILE to a file that holds it.", refusal.Message);
    }

    [Fact]
    public async Task A_model_of_Anthropics_is_named()
    {
        var refusal = await Assert.ThrowsAsync<ProposerException>(
            () => ModelEndpoint.Parse("https://api.anthropic.com/v1").ConnectAsync(new ApiKey("sk-very-secret", "A_KEY"), new ModelSettings(), Cancelled));

        Assert.Equal("https://api.anthropic.com/v1 has many models. Name one: anthropic/MODEL.", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:8080#name")]
    [InlineData("ftp://host/v1#name")]
    [InlineData("http://#name")]
    public void What_is_no_address_is_refused_with_an_example(string text)
    {
        var refusal = Assert.Throws<ProposerException>(() => ModelEndpoint.Parse(text));

        Assert.Equal($"'{text}' is no address of a language model. Write URL#MODEL, for instance http://127.0.0.1:8080/v1#qwen.", refusal.Message);
    }

    [Theory]
    [InlineData("http://me:secret@host/v1#name")]
    [InlineData("http://host/v1?key=secret#name")]
    public void A_secret_in_the_address_is_refused_and_not_repeated(string text)
    {
        var refusal = Assert.Throws<ProposerException>(() => ModelEndpoint.Parse(text));

        Assert.Equal("The address of host holds a user or a query. Write URL#MODEL alone, and give a key in FUNSEARCH_API_KEY.", refusal.Message);
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
    [InlineData(200, """{"data":[{"id":null}]}""", "/models did not answer with a list of models. Name the model: @#MODEL.")]
    [InlineData(200, """{"data":[{"id":"a\u001b[2J"},{"id":"of sk-very-secret"}]}""", " has 2 models: a[2J, of (key). Name one: @#a[2J.")]
    [InlineData(200, """{"data":[7]}""", "/models did not answer with a list of models. Name the model: @#MODEL.")]
    [InlineData(404, "nothing here", "/models does not say which models there are (404: nothing here). Check the address, which usually ends in /v1, or name the model: @#MODEL.")]
    [InlineData(401, "key sk-very-secret?", " refuses the key in A_KEY (401: key (key)?). Put a valid one there.")]
    public async Task Without_a_single_model_its_name_is_asked_for(int status, string answer, string sentence)
    {
        await using var server = new StubServer(new StubAnswer(status, answer));

        var refusal = await Assert.ThrowsAsync<ProposerException>(() => ConnectAsync(server));

        Assert.Equal(server.Address + sentence.Replace("@", server.Address), refusal.Message);
    }

    [Fact]
    public async Task A_list_of_models_without_an_end_is_none()
    {
        await using var server = new StubServer(new StubAnswer(200, "") { Withheld = 17 << 20, IsStalled = true });

        var refusal = await Assert.ThrowsAsync<ProposerException>(() => ConnectAsync(server));

        Assert.Equal($"{server.Address}/models did not answer with a list of models. Name the model: {server.Address}#MODEL.", refusal.Message);
    }

    [Fact]
    public async Task A_server_that_lists_its_models_elsewhere_is_not_followed()
    {
        await using var elsewhere = new StubServer(new StubAnswer(200, """{"data":[{"id":"a"}]}"""));
        await using var server = new StubServer(new StubAnswer(307, "", $"Location: {elsewhere.Address}/models\r\n"));

        var refusal = await Assert.ThrowsAsync<ProposerException>(() => ConnectAsync(server));

        Assert.Equal($"{server.Address} sends requests elsewhere (307 to {elsewhere.Address[..^3]}). Name that address.", refusal.Message);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("https://me:secret@host/", "AZURE_OPENAI_ENDPOINT holds a user or a query. Write the address alone, and give a key in AZURE_OPENAI_API_KEY.")]
    [InlineData("https://host/?key=secret", "AZURE_OPENAI_ENDPOINT holds a user or a query. Write the address alone, and give a key in AZURE_OPENAI_API_KEY.")]
    [InlineData("me:secret@host/?key=secret", "AZURE_OPENAI_ENDPOINT is '…@host/?…'. It must be an address that begins with https://.")]
    public void A_secret_in_the_address_of_a_variable_is_refused_and_not_repeated(string address, string sentence)
    {
        Environment.SetEnvironmentVariable("AZURE_OPENAI_ENDPOINT", address);
        try
        {
            Assert.Equal(sentence, Assert.Throws<ProposerException>(() => ModelEndpoint.Parse("azure/gpt-5")).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AZURE_OPENAI_ENDPOINT", null);
        }
    }

    [Fact]
    public void The_root_of_a_server_can_be_an_address() =>
        Assert.Equal("http://127.0.0.1:8080/completions#m", $"{ModelEndpoint.Parse("http://127.0.0.1:8080/completions#m")}");

    private static Task<ModelConnection> ConnectAsync(StubServer server) =>
        ModelEndpoint.Parse(server.Address).ConnectAsync(new ApiKey("sk-very-secret", "A_KEY"), new ModelSettings(), Cancelled);
}
