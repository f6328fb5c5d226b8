using FunSearch.Search;

namespace FunSearch.Storage;

/// <summary>All that is stored of one sample.</summary>
/// <param name="Settled">Null while it is in flight, or when its run was stopped before it was settled.</param>
/// <param name="Verified">Null for all but the programs that were a new best.</param>
internal sealed record StoredSample(JournalEntry.Proposed Proposed, JournalEntry.Settled? Settled, JournalEntry.Verified? Verified);
