using FunSearch.App.Settings;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Comparisons;

/// <summary>Whether a stored run is the one that a comparison wants: a name alone says little.</summary>
internal static class SameRun
{
    /// <summary>Refuses one that is not.</summary>
    /// <param name="planned">As it would be started now.</param>
    /// <exception cref="CommandException">They differ; the sentence says in what.</exception>
    public static void Require(RunConfiguration planned, RunConfiguration stored, string store)
    {
        if (FirstDifference(planned, stored) is { } what)
        {
            throw new CommandException(
                $"There is a run '{stored.Name}' in {store}, and it has another {what} than this comparison. "
                + $"Give the comparison a name of its own (--name), or delete that run: {CommandName.Typed} runs delete {stored.Name}{StorePath.OptionFor(store)}");
        }
    }

    private static string? FirstDifference(RunConfiguration planned, RunConfiguration stored) => new (string What, Func<RunConfiguration, object?> Of)[]
    {
        ("problem", run => run.Problem),
        ("specification", run => run.SpecificationHash),
        ("proposer", run => run.Proposer),
        ("configuration of models", run => run.Models),
        ("seed or programs database", run => run.Search),
        ("part of the search that is left out", run => run.CutShort),
        ("limit of time or memory", run => run.Limits),
        ("budget", run => run.Budget),
        ("program to begin with", run => run.From?.Body),
        ("set of data", run => run.Data is { } data ? Describe(data) : null),
    }.FirstOrDefault(each => !Equals(each.Of(planned), each.Of(stored))).What;

    private static string Describe(UserData data) =>
        string.Join(' ', (data.Hashes ?? new Dictionary<Split, string>()).OrderBy(file => file.Key)) + string.Join(',', data.Percentages ?? []);
}
