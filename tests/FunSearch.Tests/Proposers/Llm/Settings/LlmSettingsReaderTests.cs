using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Settings.Reading;
using FunSearch.Search;
using FunSearch.Tests.EndToEnd;

namespace FunSearch.Tests.Proposers.Llm.Settings;

public sealed class LlmSettingsReaderTests : IDisposable
{
    private const string Secret = "sk-Ab12+cdef3456789";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_left_out_has_its_default_and_a_model_the_name_of_its_address()
    {
        var settings = Read("""{ "models": [{ "address": "ollama/qwen3", "temperature": null, "weight": 2.5 }] }""");

        var model = Assert.Single(settings.Models);
        Assert.Equal(("ollama/qwen3", "ollama/qwen3", null, 2.5, 1024), (model.Address, model.Name, model.Temperature, model.Weight, model.MaxOutputTokens));
        Assert.Equal(new EnsembleSettings(), settings.Ensemble);
        Assert.Equal(new LlmSettings().ToJson(), Read("{}").ToJson());
    }

    [Fact]
    public void Prompt_files_are_read_and_a_key_file_is_found_from_the_folder_of_the_configuration()
    {
        Write("expert.md", "\uFEFFItems come in waves.\n");

        var settings = Read("""{ "models": [{ "address": "ollama/a", "keyFile": "a.key" }], "prompts": { "knowledge": "expert.md" } }""");

        Assert.Equal("Items come in waves.\n", settings.Prompts.Knowledge);
        Assert.Null(settings.Prompts.Chat);
        Assert.Equal(Path.Combine(_folder.Path, "a.key"), settings.Models[0].KeyFile);
    }

    [Theory]
    [InlineData("""{ "modles": [] }""", "There is no key 'modles' in the configuration. Did you mean 'models'?")]
    [InlineData("""{ "ensemble": { "chose": "yield" } }""", "There is no key 'chose' in the ensemble. Did you mean 'choose'?")]
    [InlineData("""{ "ensemble": { "zzz": 1 } }""", "There is no key 'zzz' in the ensemble. There are choose, embeddedAtOnce.")]
    [InlineData("""{ "models": [{ "address": "ollama/a", "Temperature": 1 }] }""", "There is no key 'Temperature' in a model. Did you mean 'temperature'?")]
    public void An_unknown_key_is_named_with_the_nearest_one_that_there_is(string json, string sentence) => Assert.Equal($"c.json(1): {sentence}", Refusal(json));

    [Theory]
    [InlineData("\"temperature\": \"hot\"", "temperature is a text. It must be a number, at least 0 and at most 5, or null.")]
    [InlineData("\"temperature\": 9", "temperature is 9. It must be at least 0 and at most 5: beyond that a model writes noise.")]
    [InlineData("\"topP\": 0", "topP is 0. It must be above 0 and at most 1.")]
    [InlineData("\"retries\": 2.5", "retries is 2.5. It must be a whole number up to 2147483647.")]
    [InlineData("\"retries\": 1e99", "retries is 1e99. It must be at least 0 and at most 100.")]
    [InlineData("\"stream\": 1", "stream is a number. It must be true or false.")]
    [InlineData("\"stream\": null", "stream is null. It must be true or false; without the key it is true.")]
    [InlineData("\"timeoutSeconds\": \"1m\"", "timeoutSeconds is a text. It must be a number of seconds, above 0 and at most 86400.")]
    [InlineData("\"price\": 3", "price is a number. It must be an object, or null.")]
    [InlineData("\"price\": { \"input\": 1 }", "The key 'output' is missing in a price. What the tokens of an answer cost, those that a model thinks in among them.")]
    [InlineData("\"price\": { \"input\": -1, \"output\": 1 }", "input is -1. It must be at least 0 and at most 1000000.")]
    [InlineData("\"body\": { \"max_tokens\": 5 }", "The body holds 'max_tokens', which is not for it to set: use the key maxOutputTokens beside body.")]
    [InlineData("\"name\": \"mix\"", "A model cannot be called 'mix': that is another proposer. Give it another name.")]
    [InlineData("\"retries\": 1, \"retries\": 2", "The key 'retries' stands here a second time, after line 1. Keep one of them.")]
    public void A_value_that_cannot_be_is_told_with_what_it_must_be(string member, string sentence) =>
        Assert.Equal($"c.json(1): {sentence}", Refusal($$"""{ "models": [{ "address": "ollama/a", {{member}} }] }"""));

    [Theory]
    [InlineData("\"apiKey\": \"@\"", "There is no key 'apiKey' in a model. A key never stands in this file: name the variable")]
    [InlineData("\"keyVariable\": \"@\"", "keyVariable is no name of an environment variable: these are in capitals, digits and '_'. A key never stands in this file: name the variable")]
    [InlineData("\"body\": { \"api_key\": \"@\" }", "The body holds 'api_key'. A key never stands in this file: name the variable")]
    [InlineData("\"body\": { \"openai_api_key\": \"@\" }", "The body holds 'openai_api_key'. A key never stands in this file: name the variable")]
    [InlineData("\"body\": { \"providers\": [{ \"api_key\": \"@\" }] }", "The body holds 'api_key'. A key never stands in this file: name the variable")]
    [InlineData("\"retries\": \"@\"", "retries is a text. It must be a whole number of attempts")]
    public void A_key_in_the_file_is_refused_and_not_repeated(string member, string sentence)
    {
        var refusal = Refusal($$"""{ "models": [{ "address": "ollama/a", {{member.Replace("@", Secret, StringComparison.Ordinal)}} }] }""");

        Assert.StartsWith($"c.json(1): {sentence}", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_of_a_request_that_is_only_called_like_a_key_is_sent()
    {
        var body = Read("""
            { "models": [{ "address": "ollama/a", "body": {
              "max_thinking_tokens": 5, "prompt_cache_key": "search", "schema": { "properties": { "token": { "type": "string" } } } } }] }
            """).Models[0].Body;

        Assert.Equal(3, body.Count);
    }

    [Fact]
    public void A_key_that_might_be_the_name_of_a_variable_is_none() =>
        Assert.DoesNotContain("AbC1dEf2", Refusal("""{ "models": [{ "address": "ollama/a", "keyVariable": "AbC1dEf2" }] }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "Here the file is no JSON: ")]
    [InlineData("{ \"models\": [], }", "A comma stands before a closing bracket. Take it out.")]
    [InlineData("{ // the usual\n}", "Here stands a comment, and JSON has none. Take it out.")]
    [InlineData("", "The file is empty. Write at least {}.")]
    [InlineData("[]", "Where the configuration is described stands a list. It must be an object: { … }.")]
    [InlineData("{} {}", "Here the file is no JSON: ")]
    [InlineData("""{ "ensemble": "\ud800" }""", "Here the file is no JSON: ")]
    public void What_is_no_configuration_is_told_with_its_line(string text, string sentence) =>
        Assert.StartsWith($"c.json(1): {sentence}", Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void A_configuration_that_is_not_there_is_named() =>
        Assert.Equal("There is no configuration file 'no.json'.", Assert.Throws<ProposerException>(() => LlmSettingsReader.Read("no.json")).Message);

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_line()
    {
        Write("empty.md", " \n");

        Golden.Matches(Refusal(
            """
            {
              "models": [
                { "address": "opnai/gpt-5-mini", "name": "mini", "tempreature": 1 },
                { "address": "http://127.0.0.1:8080/v1#qwen", "name": "Mini", "requestsAtOnce": 0 },
                { "name": "nowhere", "keyVariable": "A_KEY", "keyFile": "a.key" },
                "ollama/qwen3"
              ],
              "ensemble": { "choose": "weight" },
              "prompts": {
                "chat": "chat.md",
                "knowledge": "empty.md",
                "intents": ["improve", "simplfy", "improve"]
              }
            }
            """).Replace(_folder.Path, "FOLDER", StringComparison.Ordinal), "mistakes");
    }

    private string Refusal(string json)
    {
        var refusal = Assert.Throws<ProposerException>(() => Read(json)).Message;
        return refusal.Replace($"{_folder.Path}{Path.DirectorySeparatorChar}c.json", "c.json", StringComparison.Ordinal);
    }

    private LlmSettings Read(string json)
    {
        Write("c.json", json);
        return LlmSettingsReader.Read(Path.Combine(_folder.Path, "c.json"));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
