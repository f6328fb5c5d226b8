using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FunSearch.Worker.Walls;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>One worker: its process and the frames on its pipes. It believes nothing but frames within <see cref="Bounds"/>.</summary>
/// <remarks>One question at a time. <see cref="EndAsync"/> may be called at any time and more than once.</remarks>
internal sealed class WorkerProcess
{
    private const int LastWordsKept = 2_000;

    /// <summary>How long a dead worker's pipes are read on. A child that it started, and that lives on, may hold them open for ever.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Task _exited;
    private readonly CancellationToken _hangUp;
    private readonly Task<string> _lastWords;
    private readonly Lazy<Task<WorkerLostException>> _end;
    private volatile bool _isEnding;
    private volatile bool _isTooLarge;

    public WorkerProcess(WorkerStart start, Walls walls)
    {
        (Role, MemoryBytes) = (start.Role, start.MemoryBytes);
        _process = start.Begin(walls);
        Id = _process.Id;
        _input = _process.StandardInput.BaseStream;
        _output = _process.StandardOutput.BaseStream;
        _exited = ExitAsync();
        _hangUp = Following(_exited);
        _lastWords = ListenAsync(_process.StandardError.BaseStream, _hangUp);
        _end = new Lazy<Task<WorkerLostException>>(KillAsync);
    }

    /// <summary><c>compiler</c> or <c>runner</c>.</summary>
    public string Role { get; }

    public int Id { get; }

    /// <summary>What it may hold; 0 where its parent does not watch it.</summary>
    public long MemoryBytes { get; }

    /// <summary>True once it died or is being killed.</summary>
    public bool HasEnded => _isEnding || _exited.IsCompleted;

    /// <exception cref="WorkerLostException">The worker is gone.</exception>
    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        try
        {
            await _input.WriteAsync(message.ToFrame(), cancellationToken).ConfigureAwait(false);
            await _input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            throw await _end.Value.ConfigureAwait(false);
        }
    }

    /// <param name="inputs">How many inputs the answer is about: it bounds the answer's size.</param>
    /// <exception cref="WorkerLostException">The worker is gone, or was killed for what it wrote.</exception>
    public async Task<Message> ReceiveAsync(int inputs, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _hangUp);
        try
        {
            var header = new byte[Message.HeaderSize];
            await _output.ReadExactlyAsync(header, patience.Token).ConfigureAwait(false);
            var (length, kind) = (BitConverter.ToInt32(header), (MessageKind)header[^1]);
            if (length < 0 || length > Bounds.Of(kind, inputs))
            {
                throw Distrust();
            }

            var content = new byte[length];
            await _output.ReadExactlyAsync(content, patience.Token).ConfigureAwait(false);
            return Message.Parse(kind, content);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException || IsHangUp(exception, cancellationToken))
        {
            throw await _end.Value.ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw Distrust();
        }
    }

    /// <summary>Kills the worker for what it wrote.</summary>
    public WorkerLostException Distrust()
    {
        _ = EndAsync();
        return new WorkerLostException("it wrote what no worker writes, and was killed");
    }

    /// <summary>Kills the worker for what it holds.</summary>
    public void EndForMemory()
    {
        _isTooLarge = true;
        _ = EndAsync();
    }

    /// <summary>Kills the worker with all that it has started; done when it is gone.</summary>
    public Task EndAsync() => _end.Value;

    /// <summary>Done when it has ended, however: and with it what it leaves behind.</summary>
    private async Task ExitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        OwnGroup.End(Id);
    }

    /// <returns>How it ended.</returns>
    private async Task<WorkerLostException> KillAsync()
    {
        _isEnding = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in this moment.
        }

        await _exited.ConfigureAwait(false);
        var exitCode = _process.ExitCode;
        var words = await _lastWords.ConfigureAwait(false);
        await _input.DisposeAsync().ConfigureAwait(false);
        await _output.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
        return Cause(exitCode, words);
    }

    private WorkerLostException Cause(int exitCode, string words)
    {
        if (_isTooLarge || words.Contains("Out of memory", StringComparison.Ordinal) || words.Contains("OutOfMemory", StringComparison.Ordinal))
        {
            return new WorkerLostException("out of memory", outOfMemory: true);
        }

        return words.StartsWith("Stack overflow", StringComparison.Ordinal)
            ? new WorkerLostException("stack overflow, most often from recursion without end")
            : new WorkerLostException($"exit code {exitCode}", isUnexplained: true);
    }

    private bool IsHangUp(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && _hangUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

    /// <summary>Cancelled some time <see cref="Afterwards"/>.</summary>
    private static CancellationToken Following(Task exit)
    {
        var source = new CancellationTokenSource();
        _ = exit.ContinueWith(_ => source.CancelAfter(Afterwards), TaskScheduler.Default);
        return source.Token;
    }

    /// <summary>The beginning of what the runtime says when a process dies. All is read, or a talkative worker would wait for us.</summary>
    private static async Task<string> ListenAsync(Stream error, CancellationToken hangUp)
    {
        var words = new StringBuilder();
        var buffer = new byte[1_024];
        try
        {
            while (await error.ReadAsync(buffer, hangUp).ConfigureAwait(false) is > 0 and var count)
            {
                words.Append(Encoding.UTF8.GetString(buffer, 0, Math.Min(count, LastWordsKept - words.Length)));
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever holds the pipe open now is not the worker.
        }

        return words.ToString();
    }
}
