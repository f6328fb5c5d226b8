using System.ClientModel;
using System.ClientModel.Primitives;
using FunSearch.Search;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FunSearch.Proposers.Llm;

/// <summary>Where a language model is asked: any server that speaks OpenAI's protocol. A person writes <c>URL#MODEL</c>.</summary>
/// <param name="Address">The base address, usually ending in <c>/v1</c>.</param>
/// <param name="Model">Null for the only model that the server has.</param>
internal sealed record ChatEndpoint(Uri Address, string? Model)
{
    /// <summary>The environment variable that usually holds the key.</summary>
    public const string KeyVariable = "OPENAI_API_KEY";

    // Local servers ask for no key, but the client will not go without.
    private const string NoKey = "none";

    /// <exception cref="ProposerException">It is no such address.</exception>
    public static ChatEndpoint Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new ProposerException($"'{text}' is no address of a language model. Write URL#MODEL, for instance http://127.0.0.1:8080/v1#qwen.");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0)
        {
            throw new ProposerException($"The address of {uri.Host} holds a user or a query. Write URL#MODEL alone, and give a key in {KeyVariable}.");
        }

        var model = Uri.UnescapeDataString(uri.Fragment.TrimStart('#'));
        return new ChatEndpoint(new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/')), model.Length > 0 ? model : null);
    }

    /// <summary>A client for the endpoint, with its model's name; asks the server for it where none was given.</summary>
    /// <param name="key">Null for a server that asks for none.</param>
    /// <exception cref="ProposerException">No model was named, and the server has not exactly one, or cannot be asked.</exception>
    public async Task<ChatConnection> ConnectAsync(string? key, ChatProposerOptions options, CancellationToken cancellationToken)
    {
        // A proxy is for the world outside: a server on this machine is asked directly.
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = !Address.IsLoopback }) { Timeout = Timeout.InfiniteTimeSpan };
        var model = Model ?? await ServedModels.TheOnlyOneAsync(this, http, key, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
        var client = new OpenAIClient(new ApiKeyCredential(key ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = Address,
            NetworkTimeout = options.RequestTimeout,
            RetryPolicy = new EndpointRetryPolicy(options.Retries),
            Transport = new HttpClientPipelineTransport(http),
        });
        var chat = client.GetChatClient(model).AsIChatClient();
        return new ChatConnection(new EndpointChatClient(chat, Address, model, key, options.RequestTimeout), model);
    }

    public override string ToString() => Model is null ? $"{Address}" : $"{Address}#{Model}";
}

/// <summary>A client that is ready to be asked, and the model that answers.</summary>
internal sealed record ChatConnection(IChatClient Client, string Model);
