namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>An answer as it comes over the wire, within its limits of time and length. A reader meets a failure as a <see cref="RequestException"/>.</summary>
/// <param name="inner">Disposed of with this one, as the limit is.</param>
internal sealed class LimitedStream(Stream inner, AttemptLimit limit) : Stream
{
    /// <summary>Bytes of the longest answer. A stream of events takes about 300 a token.</summary>
    public const long Longest = 64 << 20;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var count = await inner.ReadAsync(buffer, either.Token).ConfigureAwait(false);
            _read += count;
            return _read <= Longest ? count : throw limit.TooLong(Longest);
        }
        catch (Exception exception) when (limit.Failure(exception, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Answers are read asynchronously alone: only so does the limit hold.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            limit.Dispose();
        }

        base.Dispose(disposing);
    }
}
