namespace FunSearch.Storage.Sqlite;

/// <summary>Names of operators, models and intents: few, and in every row.</summary>
internal static class NameTable
{
    public const string Schema = """
        CREATE TABLE names (
            id   INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        """;

    /// <summary>Whatever refers to a row.</summary>
    public static readonly (string Table, string Column)[] Holders = [("proposals", "origin"), ("exchanges", "model"), ("exchanges", "intent")];

    /// <summary>The row of a name, new or known.</summary>
    public static long Add(Statements statements, string name) =>
        statements.Ask("SELECT id FROM names WHERE name = @name", name)
        ?? statements.Ask("INSERT INTO names (name) VALUES (@name) RETURNING id", name)!.Value;
}
