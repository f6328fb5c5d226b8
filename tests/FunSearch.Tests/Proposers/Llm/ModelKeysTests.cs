using System.Runtime.Versioning;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using FunSearch.Tests.EndToEnd;

namespace FunSearch.Tests.Proposers.Llm;

[UnsupportedOSPlatform("windows")]
public sealed class ModelKeysTests : IDisposable
{
    // One that nothing else reads: the environment is shared by all tests.
    private const string Variable = "FUNSEARCH_TESTS_MODEL_KEY";

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _folder.Dispose();
    }

    [Fact]
    public void A_key_comes_from_the_variable_that_the_settings_name()
    {
        Environment.SetEnvironmentVariable(Variable, "sk-of-the-variable");

        Assert.Equal("sk-of-the-variable", Key(new ModelSettings { KeyVariable = Variable })?.Value);
    }

    [Fact]
    public void A_variable_that_is_not_set_is_asked_for_though_another_might_do()
    {
        var refusal = Assert.Throws<ProposerException>(() => Key(new ModelSettings { Name = "mini", KeyVariable = Variable }));

        Assert.Equal($"The key of mini is in {Variable}, which is not set. Set it, or {Variable}_FILE to a file that holds it.", refusal.Message);
    }

    [Fact]
    public void A_key_comes_from_the_file_that_the_settings_name()
    {
        var file = Path.Combine(_folder.Path, "a.key");
        File.WriteAllText(file, "sk-of-the-file\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal("sk-of-the-file", Key(new ModelSettings { KeyFile = file })?.Value);
    }

    private static ApiKey? Key(ModelSettings settings) => ModelKeys.For(settings, ModelEndpoint.Parse("ollama/qwen3"));
}
