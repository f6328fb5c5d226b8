using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>A request as it came over the wire.</summary>
internal sealed record StubRequest(string Line, string Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}

/// <summary>What the server does with one request. A status of 0 lets the client wait for ever.</summary>
internal sealed record StubAnswer(int Status, string Body, string Headers = "")
{
    public static readonly StubAnswer Silence = new(0, "");

    /// <summary>The connection is closed without a word.</summary>
    public static readonly StubAnswer Nothing = new(0, "") { IsCut = true };

    public string ContentType { get; init; } = "application/json";

    /// <summary>Bytes that are promised and never sent.</summary>
    public int Withheld { get; init; }

    /// <summary>True to close the connection where nothing is sent.</summary>
    public bool IsCut { get; init; }

    /// <summary>True to keep the connection open, silently, when the body was sent.</summary>
    public bool IsStalled { get; init; }

    /// <summary>Before the first byte is sent.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>After each event of a streamed body.</summary>
    public TimeSpan Lull { get; init; }

    public static StubAnswer Says(string content, int input = 11, int output = 7) => new(200, JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "tiny",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
    }));
}

/// <summary>A real HTTP server on loopback that keeps the requests.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<StubRequest> _requests = [];
    private readonly Func<StubRequest, int, StubAnswer> _answer;
    private readonly Task _serving;

    /// <summary>Plays answers in order, the last one again and again.</summary>
    public StubServer(params StubAnswer[] answers)
        : this((_, number) => answers[Math.Min(number, answers.Length - 1)])
    {
    }

    /// <param name="answer">To a request and its number, counted from 0. Asked for one after another.</param>
    public StubServer(Func<StubRequest, int, StubAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";
        _serving = ServeAsync();
    }

    public string Address { get; }

    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or SocketException && _stop.IsCancellationRequested)
        {
            // Stopped by its test, before or while it listened; what was still waiting goes with it.
        }

        await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        var request = await ReadAsync(stream);
        StubAnswer answer;
        lock (_requests)
        {
            answer = _answer(request, _requests.Count);
            _requests.Add(request);
        }

        if (answer.Status == 0)
        {
            await Task.Delay(answer.IsCut ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, _stop.Token);
            return;
        }

        await Task.Delay(answer.Pause, _stop.Token);

        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = $"HTTP/1.1 {answer.Status} X\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {body.Length + answer.Withheld}\r\nConnection: close\r\n{answer.Headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await WriteAsync(stream, answer, body);
        if (answer.IsStalled)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
        }
    }

    private async Task WriteAsync(NetworkStream stream, StubAnswer answer, byte[] body)
    {
        if (answer.Lull == TimeSpan.Zero)
        {
            await stream.WriteAsync(body, _stop.Token);
            return;
        }

        foreach (var piece in answer.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{piece}\n\n"), _stop.Token);
            await Task.Delay(answer.Lull, _stop.Token);
        }
    }

    private async Task<StubRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!bytes.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()) && await stream.ReadAsync(one, _stop.Token) == 1)
        {
            bytes.Add(one[0]);
        }

        var head = Encoding.ASCII.GetString([.. bytes]).Split("\r\n", 2);
        var length = head[1].Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.Split(':')[1])).FirstOrDefault();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new StubRequest(head[0], head[1], Encoding.UTF8.GetString(body));
    }
}
