using System.Diagnostics;
using System.Globalization;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>
/// A real language model: the endpoint in <c>FUNSEARCH_TEST_ENDPOINT</c> (URL or URL#MODEL), or the command in <c>FUNSEARCH_TEST_LLM</c>,
/// which is started with <c>--port 0</c>, prints <c>ready URL</c>, and serves until SIGTERM.
/// </summary>
public sealed class SmallModel : IAsyncLifetime
{
    private Process? _server;

    /// <summary>Null when this machine has no model.</summary>
    public string? Endpoint { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Endpoint = NonEmpty("FUNSEARCH_TEST_ENDPOINT");
        if (Endpoint is null && NonEmpty("FUNSEARCH_TEST_LLM") is { } command)
        {
            // The shell reads the command, so that it may carry arguments; exec, so that SIGTERM reaches the server and not the shell.
            _server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {command} --port 0"]) { RedirectStandardOutput = true })!;
            Endpoint = await ReadyAsync(_server.StandardOutput);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            using var kill = Process.Start("kill", ["-TERM", _server.Id.ToString(CultureInfo.InvariantCulture)]);
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
    }

    private static string? NonEmpty(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static async Task<string> ReadyAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                return line["ready ".Length..].Trim();
            }
        }

        throw new InvalidOperationException("The command in FUNSEARCH_TEST_LLM ended without a line 'ready URL'.");
    }
}
