using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>The store's file: opened for every question anew, checked once.</summary>
/// <param name="path">Absolute.</param>
/// <param name="patience">How long to wait for another writer's lock.</param>
internal sealed class StoreFile(string path, TimeSpan patience)
{
    public string Path => path;

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

        if (version < Schema.Version)
        {
            throw new StoreException(
                $"The store '{path}' is of version {version}, and this program reads version {Schema.Version}: an older one made it. "
                + "Use that one for its runs, or choose another store with --store.");
        }
    }
}
