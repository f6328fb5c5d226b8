namespace FunSearch.Storage.Sqlite;

/// <summary>What a store's file looks like from outside.</summary>
internal static class Schema
{
    /// <summary>Raised whenever a table changes; SQLite keeps it in the file's header.</summary>
    public const int Version = 2;

    /// <summary>"FunS": by it a store is told from other databases; also in the file's header.</summary>
    public const int ApplicationId = 0x46756E53;

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
