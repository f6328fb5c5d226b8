using FunSearch.Proposers.Llm;

namespace FunSearch.Tests.Docs;

/// <summary>docs/language-models.md names every provider, with its key and its address.</summary>
public sealed class LanguageModelsPageTests
{
    private readonly string _page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "language-models.md"));

    [Fact]
    public void Every_hosted_provider_stands_with_its_key_and_its_address() =>
        Assert.All(Provider.All.Where(provider => provider.NeedsKey), provider =>
        {
            var row = Assert.Single(_page.Split('\n'), line => line.StartsWith($"| `{provider.Name}` |", StringComparison.Ordinal));
            Assert.Contains($"`{provider.KeyVariable}`", row, StringComparison.Ordinal);
            Assert.Contains(provider.AddressVariable ?? "", row, StringComparison.Ordinal);
            Assert.Contains($"{provider.Address}".TrimEnd('/'), row, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_server_of_this_machine_stands_with_its_name() =>
        Assert.All(Provider.All.Where(provider => !provider.NeedsKey), provider => Assert.Contains($"| `{provider.Name}/", _page, StringComparison.Ordinal));
}
