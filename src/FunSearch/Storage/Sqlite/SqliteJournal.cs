using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>
/// The journal of one claimed run. One writer takes all entries that wait, commits them together, and tells who waits: a lone entry
/// is committed at once, and the more come in, the more share a commit.
/// </summary>
/// <remarks>After a commit has failed nothing more is written: a journal has no gaps.</remarks>
internal sealed class SqliteJournal : IJournal
{
    // Bounds a transaction, should entries come faster than they are written.
    private const int LargestBatch = 1_000;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly StoreFile _file;
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly RunLock _claim;
    private readonly long _run;
    private readonly Task _writer;
    private long _lines;
    private Exception? _failure;
    private bool _isDisposed;

    /// <param name="connection">Owned from here on, like the claim.</param>
    public SqliteJournal(StoreFile file, SqliteConnection connection, RunLock claim, RunTable.Row run)
    {
        _file = file;
        _connection = connection;
        _statements = new Statements(connection);
        _claim = claim;
        _run = run.Id;
        _lines = run.Lines;
        _writer = Task.Run(WriteAsync);
    }

    /// <inheritdoc/>
    /// <remarks>Cancelling gives up the wait; an entry that was handed over is written all the same.</remarks>
    public async Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiting(entry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_queue.Writer.TryWrite(waiting))
        {
            throw _failure ?? new ObjectDisposedException(nameof(SqliteJournal));
        }

        await waiting.Written.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = _file.Guard(() => _file.Connect());
        await using (connection.ConfigureAwait(false))
        {
            using var entries = JournalLines.Read(connection, _run).GetEnumerator();
            while (_file.Guard(entries.MoveNext))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entries.Current;
            }
        }
    }

    /// <summary>Writes what waits, and releases the run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _queue.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        _statements.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
        _claim.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                TakeWaiting(batch, LargestBatch);
                _file.Guard(() => Commit(batch));
                batch.ForEach(waiting => waiting.Written.SetResult());
                batch.Clear();
            }
        }
        catch (Exception exception)
        {
            // Whatever it is, nobody may wait for ever: it is passed on to all who wait.
            _failure = exception;
            _queue.Writer.TryComplete();
            TakeWaiting(batch, int.MaxValue);
            batch.ForEach(waiting => waiting.Written.SetException(exception));
        }
    }

    private void TakeWaiting(List<Waiting> batch, int most)
    {
        while (batch.Count < most && _queue.Reader.TryRead(out var waiting))
        {
            batch.Add(waiting);
        }
    }

    private int Commit(List<Waiting> batch)
    {
        using var transaction = _statements.Begin();
        var before = StoreFile.BytesInUse(_statements);
        var totals = new RunTotals();
        foreach (var waiting in batch)
        {
            JournalLines.Insert(_statements, _run, ++_lines, waiting.Entry);
            totals.Add(waiting.Entry);
        }

        totals.Save(_statements, _run, StoreFile.BytesInUse(_statements) - before);
        transaction.Commit();
        return batch.Count;
    }

    private sealed record Waiting(JournalEntry Entry, TaskCompletionSource Written);
}
