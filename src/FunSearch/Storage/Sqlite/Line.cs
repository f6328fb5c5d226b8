using FunSearch.Search;

namespace FunSearch.Storage.Sqlite;

/// <summary>An entry with its place in its run's journal, counted from 1.</summary>
/// <remarks>Each kind of entry has its own table; the place keeps their common order.</remarks>
internal readonly record struct Line(long Number, JournalEntry Entry);
