using FunSearch.Evaluation;
using FunSearch.Proposers.Baselines;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Settings.Reading;
using FunSearch.Proposers.Numbers;
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
        $"embedded, best-of-n, random, recorded:FILE, PROVIDER/MODEL ({string.Join(", ", Provider.All.Select(provider => provider.Name))}; for instance openai/gpt-5-mini), "
        + "URL#MODEL (http://127.0.0.1:8080/v1#qwen), mix: before one of these two (mix:openai/gpt-5-mini); or with a configuration the name of one of its models, ensemble or mix";

    private const string RecordedPrefix = "recorded:";
    private const string OwnPrefix = "own:";
    private const string MixPrefix = "mix:";
    private const string Mix = "mix";
    private const string Ensemble = "ensemble";
    private const string KnowledgeFile = "knowledge.md";

    private readonly Func<Specification, CancellationToken, Task<ProposerConnection>> _connect;

    private ProposerChoice(string name, Func<Specification, CancellationToken, Task<ProposerConnection>> connect)
    {
        (Name, _connect) = (name, connect);
        Author = async (specification, cancellationToken) => new AskedAgain((await connect(specification, cancellationToken)).Proposer);
    }

    /// <summary>Typed edits of syntax trees: no model, no network.</summary>
    public static ProposerChoice Embedded { get; } =
        new("embedded", (specification, _) => Task.FromResult(new ProposerConnection(new SyntaxProposer(specification))));

    /// <summary>The embedded proposer with edits alone: what templates bring is seen beside it.</summary>
    public static ProposerChoice EmbeddedWithoutTemplates { get; } =
        new("embedded-without-templates", (specification, _) => Task.FromResult(new ProposerConnection(new SyntaxProposer(specification, usesTemplates: false))));

    /// <summary>Edits of the first program alone, never of what came of them: the embedded proposer without evolution. A baseline.</summary>
    public static ProposerChoice BestOfN { get; } =
        new(BestOfNProposer.Word, (specification, _) => Task.FromResult(new ProposerConnection(new BestOfNProposer(specification)))) { Tunes = false };

    /// <summary>Programs drawn from a grammar, each anew: chance alone. A baseline.</summary>
    public static ProposerChoice Random { get; } =
        new(RandomProposer.Word, (specification, _) => Task.FromResult(new ProposerConnection(new RandomProposer(specification)))) { Tunes = false };

    /// <summary>Other numbers in the program that the search begins with, and no other edit. The search needs a number there.</summary>
    public static ProposerChoice Numbers { get; } =
        new(NumbersProposer.Word, (specification, _) => Task.FromResult(new ProposerConnection(new NumbersProposer(specification))))
        {
            Tunes = false,
            Objection = NumbersProposer.Objection,
        };

    /// <summary>As the journal has it, and as <see cref="Parse"/> reads it back, but for a client or a proposer of the program's own.</summary>
    public string Name { get; }

    /// <summary>Itself where it knows no templates.</summary>
    internal ProposerChoice WithoutTemplates => this == Embedded ? EmbeddedWithoutTemplates : this;

    /// <summary>The prompts in flight that suit it; null for the default.</summary>
    internal int? Window { get; private init; }

    /// <summary>False where each prompt has its answer written down beforehand, of which a trial of numbers would take one away; and for baselines.</summary>
    internal bool Tunes { get; private init; } = true;

    /// <summary>Why it could make nothing of the first program, which scores, as a sentence; null when it can.</summary>
    internal Func<Specification, string?> Objection { get; private init; } = _ => null;

    /// <summary>The models that it asks; null where it asks none that a word or a configuration names.</summary>
    internal LlmSettings? Models { get; private init; }

    /// <summary>Who derives its proposals again in a replay; by default whoever made them. A run of the program's own is not replayed.</summary>
    internal Func<Specification, CancellationToken, Task<IAuthor>> Author { get; private init; }

    /// <summary>Recorded answers, played back: one JSON object <c>{"answer": "…"}</c> a line, the n-th for prompt n.</summary>
    public static ProposerChoice Recorded(string file)
    {
        var path = Path.GetFullPath(file);
        return new(RecordedPrefix + path, async (specification, cancellationToken) =>
            new ProposerConnection(await RecordedProposer.OpenAsync(path, specification.Function, cancellationToken)))
        {
            Author = (specification, _) => Task.FromResult<IAuthor>(new PlayedBack(specification.Function)),
            Tunes = false,
        };
    }

    /// <summary>A language model of a provider that is known by name, or behind any endpoint that speaks OpenAI's protocol. The key is taken
    /// from the provider's own environment variable, such as <c>OPENAI_API_KEY</c>; for an endpoint that is not known by name from
    /// <c>FUNSEARCH_API_KEY</c>, or else <c>OPENAI_API_KEY</c>; or from a file that the variable with <c>_FILE</c> behind it names.</summary>
    /// <param name="address"><c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>; the model may be left out where an endpoint has only one.</param>
    public static ProposerChoice Endpoint(string address) => Of(address, new LlmSettings { Models = [new ModelSettings { Address = address }] });

    /// <summary>The models of a configuration file.</summary>
    /// <param name="file">JSON; <c>funsearch models --explain</c> tells every key.</param>
    /// <param name="who">The name of one of its models; <c>ensemble</c> for all of them, or <c>mix</c> for all of them and the embedded proposer,
    /// which takes the prompts of which the model is busy.</param>
    /// <exception cref="ProposerException">The file is not there, or wrong, or names no such model: a sentence a mistake.</exception>
    public static ProposerChoice Configured(string file, string who = Ensemble)
    {
        var settings = LlmSettingsReader.Read(file);
        return who is Ensemble or Mix ? settings.Models.Count > 0 ? Of(who, settings) : throw new ProposerException($"{file} names no model, and '{who}' is all of its models. Add one under \"models\".")
            : settings.Models.FirstOrDefault(model => model.Name == who) is { } model ? Of(who, settings with { Models = [model] })
            : throw new ProposerException($"{file} has no model of the name '{who}'. It has {string.Join(", ", settings.Models.Select(each => each.Name).Append(Ensemble).Append(Mix))}.");
    }

    /// <summary>A language model behind a client of the program's own; only that program can resume the run.</summary>
    /// <param name="client">Asked with its own options, retries and limits; what it throws is a sample without code, and after eight in a row
    /// it is given a rest. Disposed of by its owner.</param>
    /// <param name="model">Its name, for the journal.</param>
    public static ProposerChoice Client(IChatClient client, string model)
    {
        var team = new ModelTeam(new LlmSettings { Models = [new ModelSettings { Address = model }] }, IsMix: false);
        return new(OwnPrefix + model, (specification, _) =>
        {
            var connection = new ModelConnection(new ForeignChatClient(client, model), model);
            var member = new Member(model, team.Settings.Models[0], connection, new PriceQuote(Price: null, PriceOrigin.Unknown), TimeProvider.System);
            var connected = team.Connect(OwnPrefix + model, specification, AllowedTypes.InShort, [member], TimeProvider.System);
            return Task.FromResult(new ProposerConnection(connected.Proposer) { Unpriced = connected.Unpriced });
        })
        {
            Window = team.Window,
        };
    }

    /// <summary>A proposer of the program's own; only that program can resume the run.</summary>
    /// <param name="name">What the journal calls it.</param>
    /// <param name="create">Called once a search.</param>
    /// <param name="window">Prompts in flight, for a run that begins with it; null for 32. One that takes seconds to answer wants few.</param>
    public static ProposerChoice Own(string name, Func<Specification, IProposer> create, int? window = null) =>
        new(OwnPrefix + name, (specification, _) => Task.FromResult(new ProposerConnection(create(specification)))) { Window = window };

    /// <summary>Reads <c>embedded</c>, <c>best-of-n</c>, <c>random</c>, <c>recorded:FILE</c>, <c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>, the last two also with <c>mix:</c> before them.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static ProposerChoice Parse(string text) => TryParse(text, out var choice)
        ? choice
        : throw new FormatException($"The proposer is '{text}'. It must be {Form}.");

    /// <summary>Who writes within one grammar, and nothing that anybody has said.</summary>
    internal static IReadOnlyList<ProposerChoice> BuiltIn => [Embedded, EmbeddedWithoutTemplates, BestOfN, Random, Numbers];

    public override string ToString() => Name;

    /// <summary>The choice that a stored run was started with.</summary>
    /// <exception cref="RunException">It was a program's own.</exception>
    internal static ProposerChoice Of(RunConfiguration run) =>
        run.Models is { } models ? Of(run.Proposer, LlmSettings.FromJson(models))
        : TryParse(run.Proposer, out var choice) ? choice
        : throw new RunException(
            $"The proposer of the run '{run.Name}' is '{run.Proposer}', and no word makes it: only the program that started the run can go on with it.");

    /// <inheritdoc cref="Parse"/>
    internal static bool TryParse(string text, out ProposerChoice choice)
    {
        var isMix = text.StartsWith(MixPrefix, StringComparison.Ordinal);
        var address = isMix ? text[MixPrefix.Length..] : text;
        choice = BuiltIn.FirstOrDefault(each => each.Name == text) is { } known ? known
            : text.StartsWith(RecordedPrefix, StringComparison.Ordinal) && text.Length > RecordedPrefix.Length ? Recorded(text[RecordedPrefix.Length..])
            : IsAddress(address) ? Of(text, new LlmSettings { Models = [new ModelSettings { Address = address }] })
            : null!;
        return choice is not null;
    }

    /// <summary>The same choice, told what an expert has written down beside the specification for language models to know.</summary>
    internal async Task<ProposerChoice> KnowingAsync(Specification specification, CancellationToken cancellationToken)
    {
        var file = Path.Combine(specification.Folder, KnowledgeFile);
        return Models is { Prompts.Knowledge: null } models && File.Exists(file)
            && await File.ReadAllTextAsync(file, cancellationToken) is var knowledge && !string.IsNullOrWhiteSpace(knowledge)
                ? Of(Name, models with { Prompts = models.Prompts with { Knowledge = knowledge } })
                : this;
    }

    /// <exception cref="ProposerException">It cannot be had: no answer from the endpoint, no file of recorded answers.</exception>
    internal Task<ProposerConnection> ConnectAsync(Specification specification, CancellationToken cancellationToken) =>
        _connect(specification, cancellationToken);

    private static ProposerChoice Of(string name, LlmSettings settings)
    {
        var team = new ModelTeam(settings, IsMix: name == Mix || name.StartsWith(MixPrefix, StringComparison.Ordinal));
        return new(name, async (specification, cancellationToken) =>
        {
            var connected = await team.ConnectAsync(name, specification, AllowedTypes.InShort, TimeProvider.System, cancellationToken);
            return new ProposerConnection(connected.Proposer, connected) { Unpriced = connected.Unpriced };
        })
        {
            Models = settings,
            Window = team.Window,
            Author = (specification, _) => Task.FromResult<IAuthor>(new ReadAgain(
                specification.Function,
                new Briefer(settings.Prompts),
                new PromptWriter(specification, settings.Prompts, AllowedTypes.InShort),
                team.IsCompletion,
                team.Embedded(specification))),
        };
    }

    private static bool IsAddress(string text) =>
        ModelEndpoint.IsNamed(text, out _, out _) || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}

/// <summary>A proposer and the connection that it speaks through; null where it needs none, or where another owns it.</summary>
internal sealed record ProposerConnection(IProposer Proposer, IDisposable? Owned = null) : IDisposable
{
    /// <summary>Names of models that are asked and whose price nobody knows.</summary>
    public IReadOnlyList<string> Unpriced { get; init; } = [];

    public void Dispose() => Owned?.Dispose();
}
