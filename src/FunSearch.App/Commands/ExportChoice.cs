using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary>Finds the program that is to be taken out of its run.</summary>
internal static class ExportChoice
{
    /// <param name="run">Null for the newest.</param>
    /// <param name="id">Null for the run's best program.</param>
    /// <param name="fate">What is to become of it, for the end of a sentence: <c>exported</c>.</param>
    /// <exception cref="CommandException">The run has no best program yet, or the sample did not score.</exception>
    /// <exception cref="StoreException">There is no such run or sample.</exception>
    public static async Task<TakenProgram> ReadAsync(SqliteStore runs, string? run, long? id, string fate, CancellationToken cancellationToken)
    {
        var summary = await runs.FindRunAsync(run, cancellationToken);
        var name = summary.Configuration.Name;
        var chosen = id ?? summary.Best?.Program.Id
            ?? throw new CommandException($"No program of the run '{name}' has been verified yet: there is no best one to be {fate}. Go on with it: {CommandName.Typed} resume {name}");
        var sample = await runs.ReadSampleAsync(name, chosen, cancellationToken);
        return sample.Settled?.Outcome is Outcome.Scored scored && sample.Proposed.Proposal.Body is { } body
            ? new TakenProgram(summary, chosen, body, scored.Signature, sample.Verified)
            : throw new CommandException($"Sample {chosen} cannot be {fate}: {Refusal(sample)}");
    }

    private static string Refusal(StoredSample sample) => sample.Settled?.Outcome switch
    {
        null => "it was not settled before the run stopped, and nobody knows its scores.",
        Outcome.Duplicate duplicate => $"it has the same tokens as sample {duplicate.Of}, which was run in its place: --program {duplicate.Of}",
        Outcome.Failed { Kind: OutcomeKind.NoCode } none => $"it has no code. {none.Detail}",
        Outcome.Failed failed => $"it did not score, {Words.Of(failed.Kind)}. {failed.Detail}",
        _ => "it has no code.",
    };
}
