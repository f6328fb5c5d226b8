using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FunSearch.Tests.EndToEnd;

/// <summary>`funsearch` as a user runs it: a process of its own, with what it prints and how it ends.</summary>
internal sealed class Command : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private Command(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FunSearch.App.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public bool HasEnded => _process.HasExited;

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    /// <summary>Starts it in a folder, and leaves it running.</summary>
    public static Command Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>The same, with these variables in its environment.</summary>
    public static Command Start(IReadOnlyDictionary<string, string> environment, string folder, params string[] arguments) =>
        new(folder, arguments, environment);

    /// <summary>Runs it to its end.</summary>
    public static async Task<Command> RunAsync(string folder, params string[] arguments)
    {
        var command = new Command(folder, arguments);
        await command.EndedAsync();
        return command;
    }

    /// <summary>Waits for its end; whatever hangs for ten minutes hangs for ever.</summary>
    public Task EndedAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(10));

    /// <summary>SIGKILL: nothing of it can react.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>SIGINT, as Ctrl-C sends it; SIGTERM, which means the same to it, where the tests were started in the background with
    /// SIGINT ignored: that is inherited.</summary>
    public void Interrupt() =>
        Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>The processes that it has started.</summary>
    public IReadOnlyList<int> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit))
            .Where(name => ParentOf(name) == Id).Select(name => int.Parse(name, CultureInfo.InvariantCulture)),
    ];

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private bool IgnoresInterrupts()
    {
        var ignored = File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (long.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber) & 2) != 0;
    }

    private static int ParentOf(string process)
    {
        try
        {
            // "pid (name) state parent …"; the name may hold anything, but no line of ours a closing bracket.
            var status = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(status[(status.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we looked.
            return 0;
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
