using System.Runtime.InteropServices;
using FunSearch.Evaluation;
using FunSearch.Specifications;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Evaluation;

/// <summary>What the user's own code gets while it makes inputs: seccomp is not up yet, and Landlock stands alone.</summary>
[Collection(Processes.InTurn)]
public sealed class LandlockTests : IDisposable
{
    private const int SetFlags = 2;

    private readonly Canary _canary = new();
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("elsewhere").FullName;

    public void Dispose()
    {
        Directory.Delete(_elsewhere, recursive: true);
        _canary.Dispose();
    }

    [Theory]
    [InlineData("File.ReadAllText(\"/etc/passwd\")", "UnauthorizedAccessException")]
    [InlineData("File.ReadAllText(\"ELSEWHERE/secret\")", "UnauthorizedAccessException")]
    [InlineData("Tell(() => File.WriteAllText(\"FORGED\", \"x\"))", "UnauthorizedAccessException")]
    [InlineData("Tell(() => File.WriteAllText(\"/tmp/forged\", \"x\"))", "UnauthorizedAccessException")]
    [InlineData("Tell(() => File.Delete(\"secret\"))", "UnauthorizedAccessException")]
    [InlineData("Tell(() => new System.Net.Sockets.TcpClient(\"127.0.0.1\", TCP))", "SocketException")]
    [InlineData("Tell(() => System.Diagnostics.Process.Start(\"/bin/true\"))", "Win32Exception")]
    [InlineData("Tell(() => System.Diagnostics.Process.GetProcessById(PARENT).Kill())", "Win32Exception")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/environ\")", "UnauthorizedAccessException")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/maps\")", "UnauthorizedAccessException")]
    [InlineData("string.Join(' ', Directory.GetDirectories(\"/proc\"))", "UnauthorizedAccessException")]
    [InlineData("File.ReadAllText(\"secret\")", "secret")]
    [InlineData("Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(new byte[1]))[..4]", "6E34")]
    [InlineData("TimeZoneInfo.FindSystemTimeZoneById(\"Europe/Paris\").Id", "Europe/Paris")]
    [InlineData("System.Text.RegularExpressions.Regex.Replace(\"abc\", \"b+\", \"-\")", "a-c")]
    [InlineData("Enumerable.Range(0, 100).AsParallel().Sum().ToString()", "4950")]
    public async Task Inputs_are_made_of_what_stands_beside_the_specification(string expression, string told)
    {
        Assert.SkipUnless(ProcessWall.Here.Landlock, "This machine has no Landlock.");
        File.WriteAllText(Path.Combine(_elsewhere, "secret"), "secret");
        var text = _canary.Locate(expression.Replace("ELSEWHERE", _elsewhere, StringComparison.Ordinal));
        var problem = new Weighing
        {
            Folder = _canary.Folder,
            Inputs = $$"""
                [Inputs("train")] public static Box[] Train() { try { return [new({{text}}, [1])]; } catch (Exception e) { return [new(e.GetType().Name, [1])]; } }
                static string Tell(Action action) { action(); return "done"; }
                """,
        };

        await using var evaluator = await WorkerEvaluator.StartAsync(
            problem.Build(), data: null, Processes.Patient, workers: 1, new Walls(Language: true, new ProcessWall(Landlock: true, Seccomp: false)), TestContext.Current.CancellationToken);

        Assert.Equal([told], evaluator.Inputs[Split.Train]);
        Assert.True(_canary.IsUntouched);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_shell_had_left_open_is_closed()
    {
        File.WriteAllText(OpenFile, "secret");
        using var secret = File.OpenHandle(OpenFile);
        Assert.Equal(0, Control((int)secret.DangerousGetHandle(), SetFlags, 0));

        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);

        // The judge and the second runner may have only just been started.
        while (evaluator.Workers.Any(HoldsTheSecret))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Whoever_starts_workers_is_not_restricted()
    {
        var file = Path.Combine(_elsewhere, "mine");

        using var worker = new WorkerStart("runner", MemoryBytes: 0, []).Begin(Walls.All);
        worker.Kill();

        File.WriteAllText(file, "mine");
        Assert.Equal("mine", File.ReadAllText(file));
    }

    private bool HoldsTheSecret(WorkerProcess worker) => new DirectoryInfo($"/proc/{worker.Id}/fd").GetFiles().Any(file => file.LinkTarget == OpenFile);

    private string OpenFile => Path.Combine(_elsewhere, "open");

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int file, int command, int value);
}
