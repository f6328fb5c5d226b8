using FunSearch.App.Settings;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Recorded;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;
using FunSearch.Worker.Compiling;

namespace FunSearch.App;

/// <summary>Puts the rooms together: the only place that knows which class stands behind which door.</summary>
internal static class Composition
{
    /// <summary>Which walls stand between a candidate and this machine, as one line for people.</summary>
    public static string Walls { get; } =
        $"walls: language wall on, process limits on (time; memory by {(OperatingSystem.IsLinux() ? "rlimit" : "the collector's own limit")}; killed with all children), no Landlock or seccomp yet";

    /// <summary>The one clock.</summary>
    public static TimeProvider Time => TimeProvider.System;

    /// <param name="problem">As it was typed: a name or a path, with an optional variant.</param>
    /// <exception cref="SpecificationException">There is none, or no search can start from it.</exception>
    public static Specification ReadSpecification(string problem)
    {
        var place = ProblemFinder.Find(problem);
        return SpecificationReader.Read(place.Path, place.Problem, place.Variant);
    }

    /// <summary>A problem's name that means the same in every folder: <c>run</c> stores it, <c>resume</c> finds it by it.</summary>
    public static string LastingName(Specification specification) =>
        ProblemFinder.BuiltIn().Contains(specification.Problem)
            ? specification.Title
            : (specification with { Problem = Path.GetFullPath(specification.Problem) }).Title;

    /// <summary>The specifications that come with the product.</summary>
    public static IReadOnlyList<Specification> BuiltInProblems() => [.. ProblemFinder.BuiltIn().Select(ReadSpecification)];

    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public static async Task<IEvaluator> StartEvaluatorAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken) =>
        await StartSolverAsync(specification, data, limits, workers, cancellationToken);

    /// <summary>An evaluator that gives away the solutions that it finds.</summary>
    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public static Task<WorkerEvaluator> StartSolverAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken) =>
        WorkerEvaluator.StartAsync(specification, data, limits, workers, cancellationToken);

    /// <exception cref="ProposerException">It cannot be had: no answer from the endpoint, no file of recorded answers.</exception>
    public static async Task<ProposerLease> CreateProposerAsync(ProposerChoice choice, Specification specification, CancellationToken cancellationToken)
    {
        switch (choice)
        {
            case ProposerChoice.Recorded recorded:
                return new ProposerLease(await RecordedProposer.OpenAsync(recorded.File, specification.Function, cancellationToken));
            case ProposerChoice.Chat chat:
                var options = new ChatProposerOptions();
                var key = Environment.GetEnvironmentVariable(ChatEndpoint.KeyVariable);
                var (client, model) = await ChatEndpoint.Parse(chat.Address).ConnectAsync(key, options, cancellationToken);
                var writer = new PromptWriter(specification);
                return new ProposerLease(
                    new ChatProposer(chat.Address, client, model, specification.Function, writer.Write, writer.Instruction, options), client);
            default:
                return new ProposerLease(new SyntaxProposer(specification));
        }
    }

    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static SqliteStore OpenStore(string path) => SqliteStore.Open(path, Time);

    /// <summary>Opens a store that must be there.</summary>
    /// <exception cref="StoreException">It is not there, or cannot be opened.</exception>
    public static SqliteStore OpenExistingStore(string path) => SqliteStore.OpenExisting(path, Time);

    public static SearchLoop CreateLoop(
        Specification specification, RunConfiguration configuration, IProposer proposer, IEvaluator evaluator, IJournal journal) =>
        new(specification, configuration.Search, proposer, evaluator, journal, Time);

    /// <summary>Finds the body in what a person wrote, a whole method or a body alone; or says why there is none.</summary>
    public static (Body? Body, string? NoCode) ReadBody(string text, Specification specification)
    {
        var reading = AnswerReader.Read(text, specification.Function, version: 0);
        return (reading.Body, reading.NoCode);
    }

    /// <summary>What a candidate may use, a line each: the problem's own members, then the library.</summary>
    public static IReadOnlyList<string> Allowed(Specification specification) =>
        [$"[{specification.Title}]", .. specification.Nameable, "", .. new AllowedLibrary().Describe()];
}

/// <summary>A proposer and the connection that it speaks through; null where it needs none.</summary>
internal sealed record ProposerLease(IProposer Proposer, IDisposable? Connection = null) : IDisposable
{
    public void Dispose() => Connection?.Dispose();
}
