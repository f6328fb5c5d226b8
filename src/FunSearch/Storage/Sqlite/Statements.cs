using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>What a writer executes with every entry, prepared once: preparing takes longer than most of it.</summary>
/// <remarks>Values come in the order in which the statement first names them.</remarks>
internal sealed partial class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private SqliteTransaction? _transaction;

    public SqliteConnection Connection => connection;

    /// <summary>Begins a transaction, which all that follows belongs to until it is disposed.</summary>
    public SqliteTransaction Begin() => _transaction = connection.BeginTransaction();

    public void Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null where there is none, or no value in it.</summary>
    public long? Ask(string sql, params ReadOnlySpan<object?> values) => (long?)Bind(sql, values).ExecuteScalar();

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = Prepare(sql);
        }

        // One too many would go unnoticed.
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, command.Parameters.Count, nameof(values));
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in Name().Matches(sql).Select(match => match.Value).Distinct())
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Name();
}
