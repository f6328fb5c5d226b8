using FunSearch.Proposers.Llm.Protocols;

namespace FunSearch.Proposers.Llm;

/// <summary>A service or a local server that people know by name: <c>openai/gpt-5-mini</c> needs no address.</summary>
/// <param name="Name">What stands before the slash.</param>
/// <param name="Address">Its base address, as its own documentation gives it; null where every customer has another.</param>
/// <param name="KeyVariable">The environment variable that holds the key for its own tools too.</param>
internal sealed record Provider(string Name, Uri? Address, string KeyVariable)
{
    /// <summary>Where a key is for a server without a name, and for one that asks for none unless its owner wants one.</summary>
    public const string AnyKeyVariable = "FUNSEARCH_API_KEY";

    public static readonly Provider OpenAi = new("openai", new Uri("https://api.openai.com/v1"), "OPENAI_API_KEY")
    {
        AddressVariable = "OPENAI_BASE_URL",
        HostEnding = ".openai.com",
        NeedsKey = true,
    };

    /// <summary>All that are known, the hosted ones first.</summary>
    public static readonly IReadOnlyList<Provider> All =
    [
        OpenAi,
        new("azure", Address: null, "AZURE_OPENAI_API_KEY")
        {
            AddressVariable = "AZURE_OPENAI_ENDPOINT",
            Path = "/openai/v1",
            HostEnding = ".openai.azure.com",
            NeedsKey = true,
        },
        new("anthropic", new Uri("https://api.anthropic.com"), "ANTHROPIC_API_KEY")
        {
            AddressVariable = "ANTHROPIC_BASE_URL",
            NeedsKey = true,
            Protocol = Protocol.Anthropic,
        },
        new("openrouter", new Uri("https://openrouter.ai/api/v1"), "OPENROUTER_API_KEY") { NeedsKey = true },
        new("deepseek", new Uri("https://api.deepseek.com/v1"), "DEEPSEEK_API_KEY") { NeedsKey = true },
        new("gemini", new Uri("https://generativelanguage.googleapis.com/v1beta/openai"), "GEMINI_API_KEY") { NeedsKey = true },
        new("ollama", new Uri("http://127.0.0.1:11434/v1"), AnyKeyVariable),
        new("llamacpp", new Uri("http://127.0.0.1:8080/v1"), AnyKeyVariable),
        new("vllm", new Uri("http://127.0.0.1:8000/v1"), AnyKeyVariable),
        new("lmstudio", new Uri("http://127.0.0.1:1234/v1"), AnyKeyVariable),
    ];

    /// <summary>The environment variable that holds another base address; null where there is none.</summary>
    public string? AddressVariable { get; private init; }

    /// <summary>What follows the address in that variable.</summary>
    public string Path { get; private init; } = "";

    /// <summary>What its hosts end in, where there are several, for regions or customers.</summary>
    public string? HostEnding { get; private init; }

    /// <summary>True when nothing is answered without a key.</summary>
    public bool NeedsKey { get; private init; }

    /// <summary>How it is spoken to.</summary>
    public Protocol Protocol { get; private init; } = Protocol.Chat;

    public static Provider? Named(string name) => All.FirstOrDefault(provider => provider.Name == name);

    /// <summary>Whose address it is; null for a server that is not known by name, as those on this machine.</summary>
    public static Provider? At(Uri address) => All.FirstOrDefault(provider => provider.NeedsKey
        && (provider.Address?.Host == address.Host || (provider.HostEnding is { } ending && address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase))));
}
