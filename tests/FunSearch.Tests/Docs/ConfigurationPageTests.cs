using System.Text.RegularExpressions;
using FunSearch.App.Reports;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Settings.Reading;
using FunSearch.Tests.EndToEnd;

namespace FunSearch.Tests.Docs;

/// <summary>docs/configuration.md says of the configuration what the program says. <c>UPDATE_GOLDEN=1</c> writes those parts anew.</summary>
public sealed partial class ConfigurationPageTests : IDisposable
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "configuration.md");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_keys_its_example_and_its_prices_are_those_of_the_program()
    {
        var page = File.ReadAllText(Page);

        var expected = Part().Replace(page, part => $"{part.Groups["begin"].Value}{Written(part.Groups["name"].Value)}\n{part.Groups["end"].Value}");

        Assert.Equal(["keys", "example", "prices"], Part().Matches(page).Select(part => part.Groups["name"].Value));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Page, expected);
        }
        else
        {
            Assert.Equal(expected, page);
        }
    }

    [Fact]
    public void The_file_that_it_begins_with_is_a_configuration()
    {
        var first = Block().Match(File.ReadAllText(Page)).Groups["json"].Value;

        var settings = LlmSettingsReader.Read(_folder.Write("models.json", first));

        Assert.Equal(["mini", "local"], settings.Models.Select(model => model.Name));
    }

    private static string Written(string part) => part switch
    {
        "keys" => string.Join('\n', Explanation.Keys.Select(key => $"| `{key.Name}` | {key.Meaning} {ConfigurationReport.ValueOf(key)} |")
            .Prepend("| --- | --- |").Prepend("| key | what it says |")),
        "example" => $"```json\n{Explanation.Example.TrimEnd()}\n```",
        _ => Prices(PriceTable.Shipped),
    };

    private static string Prices(PriceTable table) => string.Join('\n', table.Prices
        .Select(price => $"| `{price.Provider}/{price.Model}` | {price.Input:0.00} | {price.Output:0.00} | {price.Note} | [{price.Read:yyyy-MM-dd}]({price.Source}) |")
        .Prepend("| --- | --- | --- | --- | --- |")
        .Prepend($"US dollars a million tokens, as of {table.Date:yyyy-MM-dd}; the last column says when the provider's own page was read.\n\n| model | in | out | | read |"));

    [GeneratedRegex("(?<begin><!-- begin: (?<name>\\w+) -->\n)(?<text>.*?)(?<end><!-- end: \\k<name> -->)", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
