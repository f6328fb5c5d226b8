using System.Text.Json;
using System.Text.RegularExpressions;
using FunSearch.App.Commands;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Tests.EndToEnd;
using FunSearch.Tests.Proposers.Llm;
using FunSearch.Tests.Proposers.Llm.Trials;

namespace FunSearch.Tests.App.Commands;

public sealed partial class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("models --help", "help")]
    [InlineData("models --explain", "explain")]
    public async Task What_can_be_configured_is_told_without_asking_anybody(string typed, string golden)
    {
        var (code, output, error) = await TypeAsync(typed);

        Assert.Equal((0, ""), (code, error));
        Golden.Matches(Trimmed(output), golden);
    }

    [Fact]
    public async Task Scripts_get_every_key_as_data()
    {
        var (code, output, _) = await TypeAsync("models --explain --json");

        var json = JsonElement.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(Explanation.Keys.Count, json.GetProperty("keys").GetArrayLength());
        Assert.Equal("mini", json.GetProperty("example").GetProperty("models")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task All_models_of_a_configuration_are_asked_and_shown_beside_each_other()
    {
        await using var good = new StubServer(StreamedAnswer.Of(["1 2 3", " 4 5 6"], (31, 64), end: "length"));
        await using var careless = new StubServer(StubAnswer.Says(string.Join(' ', Enumerable.Range(1, 200)), input: 0, output: 0));
        await using var closed = new StubServer(new StubAnswer(401, "who are you?"));
        var file = Configure($$"""
            { "models": [
              { "address": "{{good.Address}}#tiny", "name": "good", "price": { "input": 2, "output": 10 } },
              { "address": "{{careless.Address}}#qwen", "name": "careless", "stream": false },
              { "address": "{{closed.Address}}#tiny", "name": "closed", "stream": false },
              { "address": "openai/gpt-5-mini", "name": "keyless", "keyFile": "no.key" }
            ] }
            """);

        var (code, output, error) = await TypeAsync($"models --config {file}");

        Assert.Equal((1, ""), (code, error));
        var masked = Port().Replace(output, "127.0.0.1:PORT").Replace(_folder.Path, "FOLDER", StringComparison.Ordinal);
        Golden.Matches(Trimmed(Seconds().Replace(masked, "0.12 s")), "table");
    }

    [Fact]
    public async Task One_of_them_is_asked_by_its_name_and_scripts_get_numbers()
    {
        await using var server = new StubServer(StreamedAnswer.Of(["1 2 3", " 4 5 6"], (31, 64), end: "length"));
        var file = Configure($$"""
            { "models": [
              { "address": "{{server.Address}}#tiny", "name": "good", "price": { "input": 2, "output": 10 } },
              { "address": "ollama/other" }
            ] }
            """);

        var (code, output, error) = await TypeAsync($"models --config {file} Good --json");

        var json = JsonElement.Parse(output);
        var model = Assert.Single(json.GetProperty("models").EnumerateArray());
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(("good", 31, 64, 0.000702m, "configuration"), (
            model.GetProperty("model").GetString(),
            model.GetProperty("tokens_in").GetInt32(),
            model.GetProperty("tokens_out").GetInt32(),
            model.GetProperty("cost").GetDecimal(),
            model.GetProperty("price_from").GetString()));
        Assert.Equal(2, model.GetProperty("price").GetProperty("input").GetDecimal());
        Assert.Equal(JsonValueKind.Null, model.GetProperty("failure").ValueKind);
    }

    [Fact]
    public async Task An_address_needs_no_configuration()
    {
        await using var server = new StubServer(StreamedAnswer.Of(["1 2 3", " 4 5 6"], (31, 64), end: "length"));

        var (code, output, _) = await TypeAsync($"models {server.Address}#tiny");

        Assert.Equal(0, code);
        Assert.Contains("It runs on this machine, and no request is billed.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "", "describes no model. `funsearch models --explain` shows how one is described.")]
    [InlineData("""{ "models": [{ "address": "ollama/a", "name": "local" }] }""", " locl", "There is no model 'locl' in '@'. Did you mean 'local'?")]
    [InlineData("""{ "models": [{ "address": "ollama/a", "name": "local" }] }""", " x", "There is no model 'x' in '@'. There are local.")]
    [InlineData("""{ "models": [{ "adress": "ollama/a" }] }""", "", "@(1): There is no key 'adress' in a model. Did you mean 'address'?")]
    public async Task What_cannot_be_asked_is_told_in_a_sentence_and_ends_with_1(string json, string name, string sentence)
    {
        var file = Configure(json);

        var (code, output, error) = await TypeAsync($"models --config {file}{name}");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(sentence.Replace("@", file, StringComparison.Ordinal), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_it()
    {
        await using var server = new StubServer(StubAnswer.Silence);
        using var interrupt = new CancellationTokenSource();
        var file = Configure($$"""{ "models": [{ "address": "{{server.Address}}#tiny" }] }""");
        var typing = TypeAsync($"models --config {file}", interrupt.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await interrupt.CancelAsync();

        Assert.Equal((130, "", "Interrupted.\n"), await typing);
    }

    private string Configure(string json) => _folder.Write("models.json", json);

    private static string Trimmed(string output) => string.Join('\n', output.Split('\n').Select(line => line.TrimEnd()));

    private static async Task<(int Code, string Output, string Error)> TypeAsync(string arguments, CancellationToken? interrupt = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(arguments.Split(' '), output, error, interrupt ?? TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\b\d\.\d\d s\b")]
    private static partial Regex Seconds();
}
