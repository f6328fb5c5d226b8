using System.Diagnostics;
using System.Text;
using FunSearch.Proposers.Answers;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>What a model said, and what that took.</summary>
/// <param name="Text">At most <see cref="AnswerReader.LongestAnswer"/> characters; what was said until then, where a failure ended it.</param>
/// <param name="InputTokens">As the server counted them, or estimated. None for a request that the server refused.</param>
/// <param name="IsEstimated">True when the server did not tell all of it: rather more than it will ask to be paid for.</param>
/// <param name="Failure">Null when the model said all that it was asked for, or enough.</param>
internal sealed record Heard(string Text, long InputTokens, long OutputTokens, bool IsEstimated, TimeSpan Elapsed, RequestException? Failure)
{
    /// <summary>True when the server ended the answer at the limit of tokens.</summary>
    public bool RanOut { get; init; }
}

/// <summary>Asks a model, and listens until it has said enough: what would follow is paid for and thrown away.</summary>
/// <param name="isEnough">Whether it has, as of the text until then.</param>
internal sealed class Listener(Func<string, bool> isEnough)
{
    private const string Stopped = "The search was stopped before the answer was complete.";

    /// <summary>Characters that may be judged for each that was said: the whole text is not read again for every word of a long answer.</summary>
    private const long JudgedForEach = 64;

    // Who has nothing to add tells what it cost at once; who goes on is not heard.
    private const int LettersOfAnEnd = 24;
    private static readonly TimeSpan TimeForAnEnd = TimeSpan.FromMilliseconds(300);

    private const long MostTokens = 1_000_000_000;

    private readonly StringBuilder _said = new();

    // Thoughts are paid for, and not read.
    private readonly StringBuilder _thought = new();
    private UsageDetails? _usage;
    private long _judged;
    private int? _enough;
    private bool _isCutOff;
    private bool _ranOut;

    private bool IsTooLong => _said.Length > AnswerReader.LongestAnswer;

    private bool IsWorthJudging => _judged + _said.Length <= JudgedForEach * _said.Length;

    /// <param name="options">How to sample; null for a client that knows by itself.</param>
    /// <param name="stream">False to wait for the whole answer.</param>
    /// <param name="isEnough">True as soon as what was said until then will do; asked only where a method may have ended.</param>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent. Later, what was heard is told, since it may have to be paid for.</exception>
    public static async Task<Heard> AskAsync(
        IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool stream, Func<string, bool> isEnough, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var listener = new Listener(isEnough);
        var start = Stopwatch.GetTimestamp();
        RequestException? failure = null;
        try
        {
            await (stream ? listener.FollowAsync(client, messages, options, cancellationToken) : listener.WaitAsync(client, messages, options, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (RequestException exception)
        {
            failure = cancellationToken.IsCancellationRequested
                ? new RequestException(RequestFailure.Cancelled, Stopped) { MayCost = exception.MayCost }
                : exception;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // A client may tell of it as of a failure among others.
            failure = new RequestException(RequestFailure.Cancelled, Stopped) { MayCost = true };
        }

        return listener.Heard(messages, Stopwatch.GetElapsedTime(start), failure);
    }

    private async Task WaitAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var response = await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        _said.Append(response.Text);
        _usage = response.Usage;
        _ranOut = response.FinishReason == ChatFinishReason.Length;
    }

    private async Task FollowAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await FollowAsync(client.GetStreamingResponseAsync(messages, options, hangUp.Token), hangUp).ConfigureAwait(false);
        }
        catch (Exception) when (_enough is not null && hangUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _isCutOff = true;
        }
    }

    private async Task FollowAsync(IAsyncEnumerable<ChatResponseUpdate> updates, CancellationTokenSource hangUp)
    {
        await foreach (var update in updates.ConfigureAwait(false))
        {
            _said.Append(update.Text);
            _ranOut |= update.FinishReason == ChatFinishReason.Length;
            foreach (var content in update.Contents)
            {
                _thought.Append((content as TextReasoningContent)?.Text);
                _usage = (content as UsageContent)?.Details ?? _usage;
            }

            if (IsTooLong || _said.Length > _enough + LettersOfAnEnd)
            {
                _isCutOff = true;
                return;
            }

            if (_enough is null && update.Text.AsSpan().ContainsAny('}', ';') && IsWorthJudging && IsEnough())
            {
                _enough = _said.Length;
                hangUp.CancelAfter(TimeForAnEnd);
            }
        }
    }

    private bool IsEnough()
    {
        _judged += _said.Length;
        return isEnough(_said.ToString());
    }

    private Heard Heard(IReadOnlyList<ChatMessage> messages, TimeSpan elapsed, RequestException? failure)
    {
        var text = _said.ToString(0, Math.Min(_said.Length, AnswerReader.LongestAnswer));
        if (failure is { MayCost: false })
        {
            return new Heard(text, 0, 0, IsEstimated: false, elapsed, failure);
        }

        // A server that counts nothing tells of no tokens, or of 0; and of an answer that was not heard to its end it had told only a part.
        var isWhole = failure is null && !_isCutOff;
        var output = TokenEstimate.Of(_said.ToString()) + TokenEstimate.Of(_thought.ToString());
        var (toldInput, toldOutput) = (Told(_usage?.InputTokenCount), Told(_usage?.OutputTokenCount));
        return new Heard(
            text,
            toldInput > 0 ? toldInput : messages.Sum(message => TokenEstimate.Of(message.Text)),
            isWhole && (toldOutput > 0 || output == 0) ? toldOutput : Math.Max(output, toldOutput),
            IsEstimated: toldInput <= 0 || !isWhole || (toldOutput <= 0 && output > 0),
            elapsed,
            failure) { RanOut = _ranOut };
    }

    // No model reads or writes so many, and a sum of what a broken server counts has to stay a number.
    private static long Told(long? tokens) => Math.Clamp(tokens ?? 0, 0, MostTokens);
}
