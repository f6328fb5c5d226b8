using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>How a new run comes by its name, and into the store.</summary>
/// <param name="wanted">The name that the user gave it; null for the problem's with a number.</param>
/// <param name="title">The problem with its variant.</param>
internal sealed class NewRun(SqliteStore store, string? wanted, string title)
{
    /// <summary>A name that is free now.</summary>
    /// <exception cref="RunException">The wanted one is taken.</exception>
    public async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        var taken = await store.NamesAsync(cancellationToken);
        if (wanted is not null && taken.Contains(wanted))
        {
            throw new RunException(
                $"There is a run '{wanted}' already in {store.Path}. Go on with it (funsearch resume {wanted}), or take another name.");
        }

        return wanted ?? RunNames.Next(title.Replace(':', '-'), taken);
    }

    /// <summary>Puts it into the store and claims it, under the next name when its own was taken meanwhile and the user gave none.</summary>
    /// <exception cref="StoreException">It cannot be stored.</exception>
    public async Task<ClaimedRun> ClaimAsync(RunConfiguration configuration, CancellationToken cancellationToken)
    {
        var stored = await StoreAsync(configuration, cancellationToken);
        return new ClaimedRun(stored, await store.OpenJournalAsync(stored.Name, cancellationToken));
    }

    private async Task<RunConfiguration> StoreAsync(RunConfiguration configuration, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await store.CreateRunAsync(configuration, cancellationToken);
                return configuration;
            }
            catch (StoreException) when (wanted is null)
            {
                var next = await NameAsync(cancellationToken);
                if (next == configuration.Name)
                {
                    // Its name is free: something else went wrong.
                    throw;
                }

                configuration = configuration with { Name = next };
            }
        }
    }
}

/// <summary>A run that is in the store, and that no other process can work on.</summary>
/// <param name="Journal">Open: it holds the claim until it is disposed.</param>
internal sealed record ClaimedRun(RunConfiguration Configuration, IJournal Journal);
