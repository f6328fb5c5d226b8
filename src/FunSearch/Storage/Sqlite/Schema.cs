namespace FunSearch.Storage.Sqlite;

/// <summary>What a store's file looks like from outside.</summary>
internal static class Schema
{
    /// <summary>Raised whenever a table changes; SQLite keeps it in the file's header.</summary>
    public const int Version = 3;

    /// <summary>"FunS": by it a store is told from other databases; also in the file's header.</summary>
    public const int ApplicationId = 0x46756E53;

    /// <summary>The oldest version that <see cref="Upgrade"/> takes.</summary>
    public const int OldestVersion = 2;

    /// <summary>Makes a store of version 2 one of version 3. Rows that an older program goes on writing meanwhile stay right: what they do
    /// not name has a default.</summary>
    public static readonly string Upgrade = $"""
        ALTER TABLE runs ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE runs ADD COLUMN unpriced INTEGER NOT NULL DEFAULT 0;
        UPDATE runs SET unpriced = requests;
        ALTER TABLE exchanges ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE exchanges ADD COLUMN cost INTEGER;
        ALTER TABLE exchanges ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE exchanges ADD COLUMN elapsed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE exchanges ADD COLUMN intent INTEGER;
        PRAGMA user_version = {Version};
        """;

    /// <summary>Creates all tables in an empty file.</summary>
    public static readonly string Sql = string.Join('\n',
        RunTable.Schema,
        SharedTable.Schema,
        NameTable.Schema,
        ProposalTable.Schema,
        ExchangeTable.Schema,
        OutcomeTable.Schema,
        VerificationTable.Schema,
        ResetTable.Schema,
        $"PRAGMA application_id = {ApplicationId};",
        $"PRAGMA user_version = {Version};");
}
