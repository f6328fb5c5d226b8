using FunSearch.App.Comparisons;
using FunSearch.Islands;
using FunSearch.Runs;

namespace FunSearch.Tests.App.Comparisons;

public sealed class SettingReaderTests
{
    [Theory]
    [InlineData("random", "random", "--proposer random")]
    [InlineData("--proposer best-of-n", "best-of-n", "--proposer best-of-n")]
    [InlineData("--islands 1", "--islands 1", "--islands 1")]
    [InlineData("no islands: --islands 1", "no islands", "--islands 1")]
    [InlineData("mine: best-of-n --islands 2", "mine", "--proposer best-of-n --islands 2")]
    [InlineData("usual:", "usual", "")]
    [InlineData("recorded:answers.jsonl", "recorded:answers.jsonl", "--proposer recorded:answers.jsonl")]
    [InlineData("local: http://127.0.0.1:8080/v1#qwen", "local", "--proposer http://127.0.0.1:8080/v1#qwen")]
    [InlineData("warm: --from \"my heuristic.cs\"", "warm", "--from|my heuristic.cs")]
    public void A_setting_is_a_piece_of_a_command_line_with_a_name_where_one_is_wanted(string text, string name, string words)
    {
        var setting = SettingText.Of(text);

        Assert.Equal(name, setting.Name);
        Assert.Equal(words.Contains('|') ? words.Split('|') : words.Split(' ', StringSplitOptions.RemoveEmptyEntries), setting.Words);
    }

    [Theory]
    [InlineData("gpt", "--setting 'gpt': --proposer is 'gpt'. It must be embedded, best-of-n, random, recorded:FILE")]
    [InlineData("--islands 0", "--islands is '0'. It must be a whole number from 1 to 1000")]
    [InlineData("x: --hill-climbing --islands 3", "--hill-climbing is a search on one island")]
    [InlineData("--islnds 3", "There is no option '--islnds'. Did you mean '--islands'?")]
    [InlineData("random more", "'more' is one word too many.")]
    [InlineData("random --samples 5", "--samples is the same for all settings. Give it to the comparison itself")]
    [InlineData("--limit 5s", "--limit is the same for all settings.")]
    [InlineData("mix", "--proposer mix takes its models from a configuration.")]
    [InlineData(": --islands 3", "A setting must have a name or a word")]
    [InlineData(" ", "A setting must have a name or a word")]
    public void What_run_would_refuse_is_refused_in_its_words(string text, string sentence) =>
        Assert.Contains(sentence, SettingReader.MistakeIn([text], config: null), StringComparison.Ordinal);

    [Fact]
    public void Settings_whose_runs_would_have_one_name_are_refused()
    {
        Assert.Contains("Two settings are called 'random'", SettingReader.MistakeIn(["random", "embedded", "Random!: best-of-n"], config: null), StringComparison.Ordinal);
        Assert.Contains("Two settings", SettingReader.MistakeIn([$"{new string('a', 40)}: random", $"{new string('a', 40)}b: random"], config: null), StringComparison.Ordinal);
        Assert.Null(SettingReader.MistakeIn(["random", "again: random"], config: null));
        Assert.Null(SettingReader.MistakeIn(SettingReader.Usual, config: null));
    }

    [Fact]
    public void A_setting_is_the_request_that_run_would_make_of_it()
    {
        var common = new SearchRequest("./warehouse") { Seed = 3, Budget = new() { Samples = 9 } };

        var requests = SettingReader.Read(["one: best-of-n --islands 1 --without cut-short", .. SettingReader.Usual], config: null)
            .Select(setting => setting.Apply(common)).ToList();

        Assert.Equal(
            ["best-of-n 1 False", "embedded 10 True", "embedded 1 True", "best-of-n 10 True", "random 10 True"],
            requests.Select(request => $"{request.Proposer} {request.Islands.Islands} {request.CutShort}"));
        Assert.Equal(IslandOptions.HillClimbing, requests[2].Islands);
        Assert.All(requests, request => Assert.Equal((3, 9), (request.Seed, request.Budget.Samples)));
    }

    [Theory]
    [InlineData("mini", "--proposer mini --config models.json")]
    [InlineData("both: mix --islands 2", "--proposer mix --islands 2 --config models.json")]
    [InlineData("embedded", "--proposer embedded")]
    [InlineData("openai/gpt-5-mini", "--proposer openai/gpt-5-mini")]
    [InlineData("--islands 2", "--islands 2")]
    [InlineData("mini --config other.json", "--proposer mini --config other.json")]
    public void The_comparisons_configuration_goes_to_those_that_name_a_model_of_it(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SettingText.Of(text).WithConfig("models.json").Words));

    [Fact]
    public void A_configuration_that_no_setting_takes_is_refused() =>
        Assert.Contains("no setting names one of it", SettingReader.MistakeIn(["embedded", "random"], config: "models.json"), StringComparison.Ordinal);

    [Fact]
    public void Runs_take_turns_under_names_that_tell_what_they_are()
    {
        var settings = SettingReader.Read(["embedded", "One island: --islands 1"], config: null);
        var budget = new Accounts.Budget { Samples = 1500 };

        var plan = new ComparisonPlan(ComparisonPlan.NameFor("./Depots/Ware_House.cs:large", budget), settings, [4, 5, 6], new SearchRequest("x") { Budget = budget });

        Assert.Equal(
            [
                "compare-ware_house-large-1500-samples-embedded-4", "compare-ware_house-large-1500-samples-one-island-4",
                "compare-ware_house-large-1500-samples-one-island-5", "compare-ware_house-large-1500-samples-embedded-5",
                "compare-ware_house-large-1500-samples-embedded-6", "compare-ware_house-large-1500-samples-one-island-6",
            ],
            plan.Legs.Select(leg => leg.Run));
        Assert.Equal("6 runs one after the other: 2 settings, seeds 4 to 6, 1,500 samples each.", plan.Describe());
    }
}
