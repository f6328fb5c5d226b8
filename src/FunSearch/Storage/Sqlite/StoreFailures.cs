using System.Text.Json;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>What can go wrong with a store, as sentences.</summary>
internal static class StoreFailures
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>True for what <see cref="Tell"/> has a sentence for. All else is a mistake of ours.</summary>
    public static bool CanTell(Exception exception) =>
        exception is SqliteException or InvalidDataException or JsonException or IOException or UnauthorizedAccessException;

    public static StoreException Tell(string path, Exception exception) => new(
        exception switch
        {
            SqliteException sqlite => Sentence(path, sqlite),
            InvalidDataException or JsonException =>
                $"The store '{path}' is damaged: {exception.Message} Go on from a copy of it, or choose another with --store.",
            _ => $"The store '{path}' cannot be used: {exception.Message}",
        },
        exception);

    private static string Sentence(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => $"The store '{path}' is locked by another program. Close what has it open, and try again.",
        ReadOnly => $"The store '{path}' cannot be written: the file is read-only. Make it writable, or choose another with --store.",
        InputOutput => $"The store '{path}' could not be read or written: its disk reports an error ({exception.Message}).",
        Corrupt => $"The store '{path}' is damaged ({exception.Message}). Go on from a copy of it, or choose another with --store.",
        Full => $"The store '{path}' cannot grow: its disk is full. Make room and resume; what was reported is stored.",
        CannotOpen => $"The store '{path}' cannot be opened for writing. It must be a file, in a folder that you may write.",
        NotADatabase => $"'{path}' is no store: it is not an SQLite database. Choose another with --store.",
        _ => $"The store '{path}' refused: {exception.Message}",
    };
}
