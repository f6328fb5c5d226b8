using FunSearch.Proposers.Llm.Protocols;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>Where a language model is asked: a provider that is known by name, or any server that speaks OpenAI's protocol.</summary>
/// <param name="Provider">Null for a server that is not known by name.</param>
/// <param name="Address">The base address, usually ending in <c>/v1</c>.</param>
/// <param name="Model">Null for the only model that the server has.</param>
internal sealed record ModelEndpoint(Provider? Provider, Uri Address, string? Model)
{
    private const string Completions = "/completions";
    private const string Chat = "/chat/completions";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>How it is spoken to.</summary>
    public Protocol Protocol { get; private init; } = Provider?.Protocol ?? Protocol.Chat;

    /// <summary>The environment variables that may hold the key, the first that does is taken.</summary>
    public IReadOnlyList<string> KeyVariables => Provider is null ? [Provider.AnyKeyVariable, Provider.OpenAi.KeyVariable] : [Provider.KeyVariable];

    /// <summary>True for a model that goes on with a text, and is not spoken to.</summary>
    public bool IsCompletion => Protocol == Protocol.Completion;

    /// <summary>Reads <c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>.</summary>
    /// <exception cref="ProposerException">It is neither.</exception>
    public static ModelEndpoint Parse(string text) => IsNamed(text, out var provider, out var model) ? Of(provider, model) : OfUrl(text);

    /// <summary>What an address says by itself, without the environment: of its model (null for the only one there), and whether that goes on
    /// with a text.</summary>
    public static (string? Model, bool IsCompletion) Outline(string text) => IsNamed(text, out var provider, out var model)
        ? (model, provider.Protocol == Protocol.Completion)
        : OfUrl(text) is var endpoint ? (endpoint.Model, endpoint.IsCompletion) : default;

    /// <summary>True for <c>PROVIDER/MODEL</c> with a provider that is known.</summary>
    public static bool IsNamed(string text, out Provider provider, out string model)
    {
        var parts = text.Split('/', 2);
        provider = Provider.Named(parts[0])!;
        model = parts[^1];
        return provider is not null && parts.Length == 2 && model.Length > 0;
    }

    /// <summary>A client for the endpoint, with its model's name; asks the server for it where none was given.</summary>
    /// <param name="key">Null for a server that asks for none.</param>
    /// <exception cref="ProposerException">No model was named, and the server has not exactly one, or cannot be asked.</exception>
    public Task<ModelConnection> ConnectAsync(ApiKey? key, ModelSettings options, CancellationToken cancellationToken) =>
        ConnectAsync(key, options, FirstPause, cancellationToken);

    /// <inheritdoc cref="ConnectAsync(ApiKey?, ModelSettings, CancellationToken)"/>
    /// <param name="firstPause">Before the second attempt at a request.</param>
    internal async Task<ModelConnection> ConnectAsync(ApiKey? key, ModelSettings options, TimeSpan firstPause, CancellationToken cancellationToken)
    {
        if (key is null && Provider is { NeedsKey: true })
        {
            throw new ProposerException($"{this} needs a key. Set {Provider.KeyVariable}, or {Provider.KeyVariable}_FILE to a file that holds it.");
        }

        var wire = Wire();
        var model = Model ?? await ServedModels.TheOnlyOneAsync(this, wire, key, options.Timeout, cancellationToken).ConfigureAwait(false);
        var sentences = new FailureSentences(this, model, key);
        var attempts = new Attempts(new Dialect(wire, options.Body, sentences), sentences, options.Retries, options.Timeout, firstPause, TimeProvider.System);
        var http = new HttpClient(attempts) { Timeout = Timeout.InfiniteTimeSpan };
        var client = Protocol == Protocol.Completion ? CompletionClient.Client(http, sentences)
            : Protocol == Protocol.Anthropic ? AnthropicChat.Client(http, sentences, options.MaxOutputTokens)
            : OpenAiChat.Client(http, sentences);
        return new ModelConnection(new OwnedChatClient(new TracedChatClient(client), http, options), model) { IsCompletion = IsCompletion };
    }

    /// <summary>The connections to it. A proxy is for the world outside: a server on this machine is asked directly. Nobody is followed elsewhere:
    /// key and prompts are for this address.</summary>
    public SocketsHttpHandler Wire() => new() { UseProxy = !Address.IsLoopback, AllowAutoRedirect = false };

    /// <summary>An address below its own.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Under(string path) => Address.AbsoluteUri.TrimEnd('/') + path;

    /// <summary>As a person writes it.</summary>
    public override string ToString() => Provider is not null && Model is not null && Protocol == Provider.Protocol
        ? $"{Provider.Name}/{Model}"
        : $"{(Protocol == Protocol.Completion ? Under(Completions) : Address)}{(Model is null ? "" : $"#{Model}")}";

    private static ModelEndpoint Of(Provider provider, string model)
    {
        var own = provider.AddressVariable is { } variable ? Environment.GetEnvironmentVariable(variable) : null;
        if (string.IsNullOrEmpty(own))
        {
            return provider.Address is { } address
                ? new ModelEndpoint(provider, address, model)
                : throw new ProposerException($"{provider.Name} has an address for each customer. Set {provider.AddressVariable} to yours.");
        }

        if (!IsHttp(own, out var uri))
        {
            throw new ProposerException($"{provider.AddressVariable} is '{Shown(own)}'. It must be an address that begins with https://.");
        }

        return HoldsMore(uri)
            ? throw new ProposerException($"{provider.AddressVariable} holds a user or a query. Write the address alone, and give a key in {provider.KeyVariable}.")
            : At(provider, uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + (uri.AbsolutePath.Length > 1 ? "" : provider.Path), model);
    }

    private static ModelEndpoint OfUrl(string text)
    {
        if (!IsHttp(text, out var uri))
        {
            throw new ProposerException($"'{Shown(text)}' is no address of a language model. Write URL#MODEL, for instance http://127.0.0.1:8080/v1#qwen.");
        }

        if (HoldsMore(uri))
        {
            throw new ProposerException($"The address of {uri.Host} holds a user or a query. Write URL#MODEL alone, and give a key in {Provider.AnyKeyVariable}.");
        }

        var model = Uri.UnescapeDataString(uri.Fragment.TrimStart('#'));
        return At(Provider.At(uri), uri.GetLeftPart(UriPartial.Path).TrimEnd('/'), model.Length > 0 ? model : null);
    }

    /// <summary>The end of an address says what is asked there: people copy it from a server's documentation as it stands there.</summary>
    private static ModelEndpoint At(Provider? provider, string address, string? model) =>
        address.EndsWith(Chat, StringComparison.Ordinal) ? new ModelEndpoint(provider, new Uri(address[..^Chat.Length]), model)
        : address.EndsWith(Completions, StringComparison.Ordinal)
            ? new ModelEndpoint(provider, new Uri(address[..^Completions.Length]), model) { Protocol = Protocol.Completion }
        : new ModelEndpoint(provider, new Uri(address), model);

    private static bool HoldsMore(Uri uri) => uri.UserInfo.Length > 0 || uri.Query.Length > 0;

    /// <summary>Without what stands where others have a user or a query: it may be a key.</summary>
    private static string Shown(string text)
    {
        var end = text.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? $"{text[..query]}?…" : text;
        return end.LastIndexOf('@') is var at and >= 0 ? $"…{end[at..]}" : end;
    }

    private static bool IsHttp(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;
}

/// <summary>A client that is ready to be asked, and the model that answers.</summary>
internal sealed record ModelConnection(IChatClient Client, string Model)
{
    /// <inheritdoc cref="ModelEndpoint.IsCompletion"/>
    public bool IsCompletion { get; init; }
}
