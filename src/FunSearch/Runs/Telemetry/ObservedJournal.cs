using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FunSearch.Search;

namespace FunSearch.Runs.Telemetry;

/// <summary>A journal, and a count of what is written into it.</summary>
/// <param name="journal">Disposed of by its owner.</param>
internal sealed class ObservedJournal(IJournal journal, SearchTelemetry telemetry) : IJournal
{
    // Who proposed what is in flight, by sample.
    private readonly ConcurrentDictionary<long, string> _origins = new();

    public async Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        await journal.AppendAsync(entry, cancellationToken);
        if (entry is JournalEntry.Proposed sample)
        {
            telemetry.Journalled(sample);
        }

        // The first program counts in no budget, and here neither.
        if (OriginOf(entry) is { } origin && entry is JournalEntry.Settled { Id: > 0 } settled)
        {
            telemetry.Journalled(settled, origin);
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadAsync(cancellationToken))
        {
            OriginOf(entry);
            yield return entry;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Remembers the origin of a proposal until it is settled, and gives it back then.</summary>
    private string? OriginOf(JournalEntry entry)
    {
        if (entry is JournalEntry.Proposed sample)
        {
            _origins[sample.Id] = sample.Proposal.Origin;
        }

        return entry is JournalEntry.Settled settled && _origins.TryRemove(settled.Id, out var origin) ? origin : null;
    }
}
