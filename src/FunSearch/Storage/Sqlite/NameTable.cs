using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Names of operators and models: few, and in every row.</summary>
internal static class NameTable
{
    public const string Schema = """
        CREATE TABLE names (
            id   INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        """;

    /// <summary>Whatever refers to a row.</summary>
    public static readonly (string Table, string Column)[] Holders = [("proposals", "origin"), ("exchanges", "model")];

    /// <summary>The row of a name, new or known.</summary>
    public static long Add(SqliteConnection connection, string name) =>
        connection.ExecuteScalar<long?>("SELECT id FROM names WHERE name = @name", new { name })
        ?? connection.ExecuteScalar<long>("INSERT INTO names (name) VALUES (@name) RETURNING id", new { name });
}
