using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>The store's file: opened for every question anew, checked once.</summary>
/// <param name="path">Absolute.</param>
/// <param name="patience">How long to wait for another writer's lock.</param>
internal sealed class StoreFile(string path, TimeSpan patience)
{
    // A transaction's worth: others who write need not wait for long.
    private const int PagesAtOnce = 1_000;

    public string Path => path;

    /// <summary>What it takes on the disk, with what is written but not in its place yet.</summary>
    public long Length => new FileInfo(path).Length + (new FileInfo($"{path}-wal") is { Exists: true } log ? log.Length : 0);

    /// <summary>What the rows of all tables take, in whole pages, as the open transaction sees it.</summary>
    public static long BytesInUse(Statements statements) =>
        statements.Ask("SELECT page_size * (page_count - freelist_count) FROM pragma_page_size, pragma_page_count, pragma_freelist_count")!.Value;

    /// <summary>Gives free pages back to the disk, some a step, as long as somebody asks for the next. What a reader still needs stays
    /// until the next time.</summary>
    /// <returns>Pages that each step gave back.</returns>
    public static IEnumerable<int> Shrink(SqliteConnection connection)
    {
        // Frees a page a row, and only while somebody asks for the next.
        while (connection.Query($"PRAGMA incremental_vacuum({PagesAtOnce})").AsList().Count is > 0 and var pages)
        {
            yield return pages;
        }

        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>A new connection; its owner disposes it.</summary>
    public SqliteConnection Connect(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            // A pooled connection would hold the file open after the store is done with it.
            Pooling = false,
            // Of the driver's own retries, which come after SQLite's patience.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}; PRAGMA synchronous = NORMAL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asks the store something; whatever goes wrong becomes a sentence.</summary>
    /// <exception cref="StoreException">The store could not be read or written.</exception>
    public T Ask<T>(Func<SqliteConnection, T> question) => Guard(() =>
    {
        using var connection = Connect();
        return question(connection);
    });

    /// <inheritdoc cref="Ask"/>
    public T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (StoreFailures.CanTell(exception))
        {
            throw StoreFailures.Tell(path, exception);
        }
    }

    /// <summary>Creates folder, file and tables where they are missing.</summary>
    /// <exception cref="StoreException">They could not be created, or something else is there.</exception>
    public void CreateOrCheck() => Guard(() =>
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        if (IsEmpty(connection))
        {
            // Before the first page is written: so that pages that fall free can be given back, a few at a time.
            connection.Execute("PRAGMA auto_vacuum = INCREMENTAL");
            connection.Execute("PRAGMA journal_mode = WAL");
            CreateTables(connection);
        }

        Check(connection);
        return path;
    });

    /// <exception cref="StoreException">There is no store, or something else.</exception>
    public void Check()
    {
        // An empty file is what a process leaves that was killed before it could create the tables.
        if (!File.Exists(path) || Ask(IsEmpty))
        {
            throw new StoreException(
                $"There is no store '{path}'. Start a run with 'funsearch run PROBLEM', or name the store's place with --store.");
        }

        Ask(connection =>
        {
            Check(connection);
            return path;
        });
    }

    private static void CreateTables(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        // Another process may have been faster.
        if (IsEmpty(connection))
        {
            connection.Execute(Schema.Sql);
        }

        transaction.Commit();
    }

    private static void Upgrade(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        // Another process may have been faster.
        if (connection.ExecuteScalar<long>("PRAGMA user_version") < Schema.Version)
        {
            connection.Execute(Schema.Upgrade);
        }

        transaction.Commit();
    }

    private static bool IsEmpty(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0;

    private void Check(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<long>("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new StoreException($"'{path}' is no store: it is a database of another program. Choose another with --store.");
        }

        var version = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (version > Schema.Version)
        {
            throw new StoreException(
                $"The store '{path}' is of version {version}, and this program reads version {Schema.Version}: a newer one made it. "
                + "Update this program, or choose another store with --store.");
        }

        if (version is >= Schema.OldestVersion and < Schema.Version)
        {
            Upgrade(connection);
        }
        else if (version < Schema.Version)
        {
            throw new StoreException(
                $"The store '{path}' is of version {version}, and this program reads version {Schema.Version}: an older one made it. "
                + "Use that one for its runs, or choose another store with --store.");
        }
    }
}
