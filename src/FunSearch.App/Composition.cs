using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Proposers.Answers;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;
using FunSearch.Worker.Compiling;

namespace FunSearch.App;

/// <summary>What the commands take from the rooms behind the library's door, besides its engine.</summary>
internal static class Composition
{
    /// <summary>Which walls stand between a candidate and this machine, as one line for people.</summary>
    public static string Walls { get; } = Evaluation.Walls.All.Describe();

    /// <summary>The one clock.</summary>
    public static TimeProvider Time => TimeProvider.System;

    /// <param name="store">Path of the file that runs are stored in.</param>
    /// <param name="workers">Candidates that are run at once.</param>
    public static SearchEngine Engine(string store, int workers, bool allowUnsandboxed) =>
        new(new SearchEngineOptions { Store = store, Workers = workers, AllowUnsandboxed = allowUnsandboxed }, Time);

    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public static async Task<IEvaluator> StartEvaluatorAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken) =>
        await StartSolverAsync(specification, data, limits, workers, cancellationToken);

    /// <summary>An evaluator that gives away the solutions that it finds.</summary>
    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public static Task<WorkerEvaluator> StartSolverAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken) =>
        WorkerEvaluator.StartAsync(specification, data, limits, workers, cancellationToken);

    /// <summary>Opens a store that must be there.</summary>
    /// <exception cref="StoreException">It is not there, or cannot be opened.</exception>
    public static SqliteStore OpenExistingStore(string path) => SqliteStore.OpenExisting(path, Time);

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
