using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Search;

/// <summary>One line of a run's append-only journal. It is written before its effect counts.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>A proposal, written before it is evaluated. With it the prompt, the parents and, for a model, the exchange.</summary>
    /// <param name="Id">Counts the samples of a run from 1, in the order in which they appeared.</param>
    /// <param name="Prompt">The number of the prompt that it answers.</param>
    /// <param name="After">Samples that were settled when the prompt was drawn: with it the search can be drawn again, also where a
    /// model answered when it pleased.</param>
    /// <param name="Parents">Ids, worst first.</param>
    public sealed record Proposed(long Id, long Prompt, long After, IslandTicket Ticket, IReadOnlyList<long> Parents, Proposal Proposal) : JournalEntry;

    /// <summary>An outcome, written before it is registered. Entries of this kind stand in the order of settlement.</summary>
    /// <param name="Elapsed">Working time of the run so far, over all of its sessions.</param>
    public sealed record Settled(long Id, Outcome Outcome, TimeSpan Elapsed) : JournalEntry;

    /// <summary>A new best that was verified (written before its <see cref="Settled"/>), with its examinations.</summary>
    /// <param name="Validation">Null when the problem has no validation inputs.</param>
    public sealed record Verified(long Id, Examination Train, Examination? Validation) : JournalEntry
    {
        /// <summary>What the champion is picked by: the mean validation score (train where there is no validation); of equals the
        /// earlier stays champion. Null when it did not score there, and cannot be champion.</summary>
        public double? Merit => ((Validation ?? Train).Outcome as Outcome.Scored)?.Signature.Score;
    }

    /// <summary>The weaker islands were emptied and founded again. It follows from the registrations; kept so that a reader need not redo them.</summary>
    /// <param name="Registrations">Programs registered in the run when it happened.</param>
    /// <param name="Founders">By emptied island: the program that founded it again.</param>
    public sealed record Reset(long Registrations, IReadOnlyDictionary<int, long> Founders) : JournalEntry;
}

/// <summary>The journal of one run. One search loop writes it; safe to call from its lanes at once.</summary>
internal interface IJournal : IAsyncDisposable
{
    /// <summary>Appends in the order of the calls; completes when the entry survives the death of this process.</summary>
    /// <exception cref="StoreException">It could not be written: disk full, file gone.</exception>
    Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken);

    /// <summary>All entries, in order.</summary>
    IAsyncEnumerable<JournalEntry> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A store that cannot be opened, read or written; the sentence says which file and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
