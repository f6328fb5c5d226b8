using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using FunSearch.Programs;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Longer texts, each once: bodies, prompts and answers.</summary>
/// <remarks>Eight bytes of a hash find a text; the text itself decides, to the last character.</remarks>
internal static class TextTable
{
    public const string Schema = """
        CREATE TABLE texts (
            id   INTEGER PRIMARY KEY,
            key  INTEGER NOT NULL,     -- first 8 bytes of a body's hash, or of the text's SHA-256
            text BLOB    NOT NULL      -- UTF-8, Brotli
        ) STRICT;
        CREATE INDEX texts_by_key ON texts (key);
        """;

    private const string FindSql = "SELECT id FROM texts WHERE key = @key AND text = @text";

    private const string InsertSql = "INSERT INTO texts (key, text) VALUES (@key, @text) RETURNING id";

    /// <summary>The row of a body, new or known.</summary>
    public static long Add(SqliteConnection connection, Body body) => Add(connection, KeyOf(Convert.FromHexString(body.Hash)), body.Text);

    /// <summary>The row of a prompt or an answer, new or known.</summary>
    public static long Add(SqliteConnection connection, string text) =>
        Add(connection, KeyOf(SHA256.HashData(Encoding.UTF8.GetBytes(text))), text);

    private static long Add(SqliteConnection connection, long key, string text)
    {
        var row = new { key, text = Compression.CompressText(text) };
        return connection.ExecuteScalar<long?>(FindSql, row) ?? connection.ExecuteScalar<long>(InsertSql, row);
    }

    private static long KeyOf(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash);
}
