using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Recorded;
using FunSearch.Proposers.Syntax;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using Microsoft.Extensions.AI;

namespace FunSearch.Runs;

/// <summary>Who writes the programs of a search. Adding a proposer is a line here.</summary>
public sealed class ProposerChoice
{
    /// <summary>What can be chosen by a word, for messages.</summary>
    internal static readonly string Form =
        $"embedded, recorded:FILE, PROVIDER/MODEL ({string.Join(", ", Provider.All.Select(provider => provider.Name))}; for instance openai/gpt-5-mini) or "
        + "URL#MODEL (http://127.0.0.1:8080/v1#qwen)";

    private const string RecordedPrefix = "recorded:";
    private const string OwnPrefix = "own:";

    // A model answers in seconds: thirty requests waiting at once would all ask about a past long gone, and a local server would let
    // most of them wait beyond their time limit.
    private const int RequestsAtOnce = 4;

    private readonly Func<Specification, CancellationToken, Task<ProposerConnection>> _connect;

    private ProposerChoice(string name, Func<Specification, CancellationToken, Task<ProposerConnection>> connect)
    {
        (Name, _connect) = (name, connect);
        Author = async (specification, cancellationToken) => new AskedAgain((await connect(specification, cancellationToken)).Proposer);
    }

    /// <summary>Typed edits of syntax trees: no model, no network.</summary>
    public static ProposerChoice Embedded { get; } =
        new("embedded", (specification, _) => Task.FromResult(new ProposerConnection(new SyntaxProposer(specification))));

    /// <summary>As the journal has it, and as <see cref="Parse"/> reads it back, but for a client or a proposer of the program's own.</summary>
    public string Name { get; }

    /// <summary>The prompts in flight that suit it; null for the default.</summary>
    internal int? Window { get; private init; }

    /// <summary>Who derives its proposals again in a replay; by default whoever made them. A run of the program's own is not replayed.</summary>
    internal Func<Specification, CancellationToken, Task<IAuthor>> Author { get; private init; }

    /// <summary>Recorded answers, played back: one JSON object <c>{"answer": "…"}</c> a line, the n-th for prompt n.</summary>
    public static ProposerChoice Recorded(string file)
    {
        var path = Path.GetFullPath(file);
        return new(RecordedPrefix + path, async (specification, cancellationToken) =>
            new ProposerConnection(await RecordedProposer.OpenAsync(path, specification.Function, cancellationToken)))
        {
            // The journal has the answers: the file may be gone.
            Author = (specification, _) => Task.FromResult<IAuthor>(new ReadAgain(specification.Function, write: null)),
        };
    }

    /// <summary>A language model of a provider that is known by name, or behind any endpoint that speaks OpenAI's protocol. The key is taken
    /// from the provider's own environment variable, such as <c>OPENAI_API_KEY</c>; for an endpoint that is not known by name from
    /// <c>FUNSEARCH_API_KEY</c>, or else <c>OPENAI_API_KEY</c>; or from a file that the variable with <c>_FILE</c> behind it names.</summary>
    /// <param name="address"><c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>; the model may be left out where an endpoint has only one.</param>
    public static ProposerChoice Endpoint(string address) => new(address, async (specification, cancellationToken) =>
    {
        var options = new ModelSettings();
        var endpoint = ModelEndpoint.Parse(address);
        var (client, model) = await endpoint.ConnectAsync(ApiKey.In(endpoint.KeyVariables), options, cancellationToken);
        return new ProposerConnection(Ask(client, address, model, specification, options), client);
    })
    {
        Window = RequestsAtOnce,
        Author = ReadAgain,
    };

    /// <summary>A language model behind a client of the program's own; only that program can resume the run.</summary>
    /// <param name="client">Asked with its own options, retries and limits; what it throws is a sample without code, until eight in a row
    /// have failed. Disposed of by its owner.</param>
    /// <param name="model">Its name, for the journal.</param>
    public static ProposerChoice Client(IChatClient client, string model) => new(OwnPrefix + model, (specification, _) =>
        Task.FromResult(new ProposerConnection(
            Ask(new ForeignChatClient(client, model), OwnPrefix + model, model, specification, new ModelSettings()))))
    {
        Window = RequestsAtOnce,
    };

    /// <summary>A proposer of the program's own; only that program can resume the run.</summary>
    /// <param name="name">What the journal calls it.</param>
    /// <param name="create">Called once a search.</param>
    /// <param name="window">Prompts in flight, for a run that begins with it; null for 32. One that takes seconds to answer wants few.</param>
    public static ProposerChoice Own(string name, Func<Specification, IProposer> create, int? window = null) =>
        new(OwnPrefix + name, (specification, _) => Task.FromResult(new ProposerConnection(create(specification)))) { Window = window };

    /// <summary>Reads <c>embedded</c>, <c>recorded:FILE</c>, <c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static ProposerChoice Parse(string text) => TryParse(text, out var choice)
        ? choice
        : throw new FormatException($"The proposer is '{text}'. It must be {Form}.");

    public override string ToString() => Name;

    /// <summary>The choice that a stored run was started with.</summary>
    /// <exception cref="RunException">It was a program's own.</exception>
    internal static ProposerChoice Of(RunConfiguration run) => TryParse(run.Proposer, out var choice)
        ? choice
        : throw new RunException(
            $"The proposer of the run '{run.Name}' is '{run.Proposer}', and no word makes it: only the program that started the run can go on with it.");

    /// <inheritdoc cref="Parse"/>
    internal static bool TryParse(string text, out ProposerChoice choice)
    {
        var isRecorded = text.StartsWith(RecordedPrefix, StringComparison.Ordinal) && text.Length > RecordedPrefix.Length;
        var isAddress = ModelEndpoint.IsNamed(text, out _, out _) || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
        choice = isRecorded ? Recorded(text[RecordedPrefix.Length..]) : isAddress ? Endpoint(text) : Embedded;
        return isRecorded || isAddress || text == Embedded.Name;
    }

    /// <exception cref="ProposerException">It cannot be had: no answer from the endpoint, no file of recorded answers.</exception>
    internal Task<ProposerConnection> ConnectAsync(Specification specification, CancellationToken cancellationToken) =>
        _connect(specification, cancellationToken);

    private static Task<IAuthor> ReadAgain(Specification specification, CancellationToken cancellationToken)
    {
        var writer = new PromptWriter(specification);
        return Task.FromResult<IAuthor>(new ReadAgain(specification.Function, prompt => ChatProposer.Request(Instruction.For(specification.Function), writer.Write(prompt))));
    }

    private static ChatProposer Ask(IChatClient client, string name, string model, Specification specification, ModelSettings options)
    {
        var writer = new PromptWriter(specification);
        return new ChatProposer(name, client, model, specification.Function, writer.Write, Instruction.For(specification.Function), options);
    }
}

/// <summary>A proposer and the connection that it speaks through; null where it needs none, or where another owns it.</summary>
internal sealed record ProposerConnection(IProposer Proposer, IDisposable? Owned = null) : IDisposable
{
    public void Dispose() => Owned?.Dispose();
}
