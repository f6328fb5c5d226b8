using FunSearch.Proposers.Answers;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>Finds the program that a search is to begin with: in a file, or as the best of a stored run.</summary>
internal static class WarmStart
{
    /// <param name="from">A file that holds the method (alone, in a class, or its body), or the name of a run in the store.</param>
    /// <exception cref="RunException">There is neither, or what is there does not fit the specification's function.</exception>
    public static async Task<StartingProgram> FindAsync(string from, Specification specification, string store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (File.Exists(from))
        {
            return Read($"'{from}'", await File.ReadAllTextAsync(from, cancellationToken), Path.GetFileName(from), specification.Function);
        }

        var runs = File.Exists(store) ? SqliteStore.OpenExisting(store, time) : null;
        if (runs is null || !(await runs.NamesAsync(cancellationToken)).Contains(from))
        {
            throw new RunException(
                $"There is no file '{from}', and no run of that name in {store}. A search starts from a file that holds the function, or from a stored run.");
        }

        var run = await runs.FindRunAsync(from, cancellationToken);
        return run.Best is { } best
            ? Read($"The run '{from}'", CodeText.Method(run.Configuration.Function, best.Program.Body), $"{from} (sample {best.Program.Id})", specification.Function)
            : throw new RunException($"The run '{from}' has no verified program yet, and nothing to start from.");
    }

    /// <param name="holder">The file or the run, as the beginning of a sentence.</param>
    /// <param name="source">The same as a name for tables.</param>
    private static StartingProgram Read(string holder, string text, string source, EvolvedFunction function)
    {
        // Of several methods the one that will be read: of the function's name, or else with as many parameters.
        var methods = DeclaredMethod.In(text);
        var method = methods.FirstOrDefault(each => each.Name == function.Name)
            ?? methods.FirstOrDefault(each => each.Parameters.Count == function.Parameters.Count) ?? (methods.Count > 0 ? methods[0] : null);
        if (method is not null && (!method.HasTypesOf(function) || method.MixesUp(function)))
        {
            throw new RunException(
                $"{holder} holds {method}, and this specification evolves {function.HeaderAs(function.Name)}. "
                + (method.HasTypesOf(function)
                    ? "The parameters go by their place, and these would be taken for each other: give both the same order."
                    : "The types must be the same, in the same order: change the one or the other."));
        }

        return AnswerReader.Read(text, function, version: 0).Body is { } body
            ? new StartingProgram(source, body.Text, method is null ? null : Renaming(method.Renamed(function)))
            : throw new RunException($"{holder} holds nothing to start from. It must hold {function.HeaderAs(function.Name)}, or its body.");
    }

    private static string? Renaming(IEnumerable<(string Its, string Functions)> pairs) =>
        string.Join(", ", pairs.Select(pair => $"{pair.Its} is {pair.Functions}")) is { Length: > 0 } renaming ? renaming : null;
}
