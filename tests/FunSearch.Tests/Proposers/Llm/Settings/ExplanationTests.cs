using System.Text.Json;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Settings.Reading;
using FunSearch.Tests.EndToEnd;

namespace FunSearch.Tests.Proposers.Llm.Settings;

public sealed class ExplanationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_is_a_configuration()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "chat.md"), "{{versions}} {{header}}");
        File.WriteAllText(Path.Combine(_folder.Path, "knowledge.md"), "Know.");
        var file = Path.Combine(_folder.Path, "funsearch.json");
        File.WriteAllText(file, Explanation.Example);

        var settings = LlmSettingsReader.Read(file);

        Assert.Equal(["mini", "local"], settings.Models.Select(model => model.Name));
    }

    [Fact]
    public void The_example_holds_every_key_and_every_key_is_explained()
    {
        var example = Names(JsonElement.Parse(Explanation.Example), "").Distinct().Order();

        Assert.Equal(Explanation.Keys.Select(key => key.Name).Order(), example);
        Assert.All(Explanation.Keys, key => Assert.EndsWith(".", key.Meaning, StringComparison.Ordinal));
        Assert.Equal(Explanation.Keys.Where(key => key.Kind.EndsWith("or null", StringComparison.Ordinal)), Explanation.Keys.Where(key => key.Without is not null));
    }

    // What stands in a body is not a key of ours.
    private static IEnumerable<string> Names(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object when !path.EndsWith("body.", StringComparison.Ordinal) => json.EnumerateObject().SelectMany(member =>
        {
            var isList = member.Value is { ValueKind: JsonValueKind.Array } list && list[0].ValueKind == JsonValueKind.Object;
            var name = $"{path}{member.Name}{(isList ? "[]" : "")}";
            return Names(member.Value, $"{name}.").Prepend(name);
        }),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Names(item, path)),
        _ => [],
    };
}
