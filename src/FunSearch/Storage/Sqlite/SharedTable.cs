using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FunSearch.Programs;

namespace FunSearch.Storage.Sqlite;

/// <summary>What many rows have in common, each once: bodies, prompts, answers, lists of scores.</summary>
/// <remarks>Four bytes of a hash find a content; the content itself decides, to the last bit.</remarks>
internal static class SharedTable
{
    public const string Schema = """
        CREATE TABLE shared (
            id      INTEGER PRIMARY KEY,
            key     INTEGER NOT NULL,     -- first 4 bytes of a body's hash, or of the content's SHA-256
            content BLOB    NOT NULL      -- a text in UTF-8 and Brotli, or scores
        ) STRICT;
        CREATE INDEX shared_by_key ON shared (key);
        """;

    public const string FindSql = "SELECT id FROM shared WHERE key = @key AND content = @content";

    private const string InsertSql = "INSERT INTO shared (key, content) VALUES (@key, @content) RETURNING id";

    /// <summary>Whatever refers to a row.</summary>
    public static readonly (string Table, string Column)[] Holders =
        [("proposals", "body"), ("outcomes", "scores"), ("exchanges", "opening"), ("exchanges", "prompt"), ("exchanges", "answer")];

    /// <summary>The row of a body, new or known.</summary>
    public static long Add(Statements statements, Body body) =>
        Add(statements, KeyOf(Convert.FromHexString(body.Hash)), Compression.CompressText(body.Text));

    /// <summary>The row of a prompt or an answer, new or known.</summary>
    public static long Add(Statements statements, string text) =>
        Add(statements, KeyOf(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Compression.CompressText(text));

    /// <summary>The row of a <see cref="ScoresBlob"/>, new or known.</summary>
    public static long Add(Statements statements, byte[] scores) => Add(statements, KeyOf(SHA256.HashData(scores)), scores);

    private static long Add(Statements statements, int key, byte[] content) =>
        statements.Ask(FindSql, key, content) ?? statements.Ask(InsertSql, key, content)!.Value;

    private static int KeyOf(byte[] hash) => BinaryPrimitives.ReadInt32BigEndian(hash);
}
