using System.Text.Json;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm.Settings;

public sealed class LlmSettingsTests
{
    [Fact]
    public void What_is_stored_is_read_back_as_it_was()
    {
        var settings = new LlmSettings
        {
            Models =
            [
                new ModelSettings
                {
                    Address = "openai/gpt-5-mini",
                    KeyVariable = "MY_KEY",
                    Temperature = null,
                    Body = new Dictionary<string, JsonElement> { ["reasoning"] = JsonElement.Parse("""{"effort":["low",1.50]}""") },
                    Stream = false,
                    Price = new Price(0.25m, 2.00m),
                    TimeoutSeconds = 0.1,
                },
                new ModelSettings { Address = "ollama/qwen3", Name = "local", KeyFile = "/keys/a.key", TopP = 0.9f, Weight = 3 },
            ],
            Ensemble = new EnsembleSettings { Choose = ModelChoice.Weights, EmbeddedAtOnce = 0 },
            Prompts = new PromptSettings { Chat = "Write \"it\"\nagain: ü", Intents = ["improve"] },
        };

        var again = LlmSettings.FromJson(settings.ToJson());

        Assert.DoesNotContain('\n', settings.ToJson());
        Assert.Equal(settings.ToJson(), again.ToJson());
        Assert.Equal(("openai/gpt-5-mini", null, new Price(0.25m, 2m)), (again.Models[0].Name, again.Models[0].Temperature, again.Models[0].Price));
        Assert.Equal("""{"effort":["low",1.50]}""", again.Models[0].Body["reasoning"].GetRawText());
        Assert.Equal((ModelChoice.Weights, settings.Prompts.Chat, 0.9f), (again.Ensemble.Choose, again.Prompts.Chat, again.Models[1].TopP));
    }

    [Fact]
    public void What_an_earlier_version_did_not_store_has_its_default() =>
        Assert.Equal(
            new LlmSettings { Models = [new ModelSettings { Address = "ollama/a" }] }.ToJson(),
            LlmSettings.FromJson("""{"models":[{"address":"ollama/a"}]}""").ToJson());

    [Theory]
    [InlineData("""{"models":[{"address":"ollama/a","mood":"calm"}]}""", ", at models[0].mood")]
    [InlineData("""{"ensemble":{"choose":"bandit"}}""", ", at ensemble.choose")]
    [InlineData("""{"models":[{"address":"ollama/a","price":{"input":1}}]}""", ", at models[0].price")]
    [InlineData("""{"models":null}""", ", at models")]
    public void What_a_later_version_stored_is_refused_with_its_place(string json, string place)
    {
        var refusal = Assert.Throws<ProposerException>(() => LlmSettings.FromJson(json));

        Assert.Equal(
            $"The stored settings of the language models hold something that this version does not know{place}. A later version wrote them: go on with that one.",
            refusal.Message);
    }
}
