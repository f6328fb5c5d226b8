using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Evaluation;

/// <summary>Programs that the language wall would never let through, before the process wall alone. A program that does what it must
/// not returns, and scores; after each an honest one must score, and what lies outside be as it was.</summary>
[Collection(Processes.InTurn)]
public sealed class ProcessWallTests(ProcessWallTests.Evaluator evaluator) : IClassFixture<ProcessWallTests.Evaluator>
{
    private const string Libc = "[System.Runtime.InteropServices.DllImport(\"libc.so.6\", SetLastError = true)] static extern";
    private const string Failed = " < 0 ? throw new Exception($\"errno {System.Runtime.InteropServices.Marshal.GetLastPInvokeError()}\") : 1; ";

    [Theory]
    [InlineData("{ return System.IO.File.ReadAllText(\"/etc/passwd\").Length; }", "UnauthorizedAccessException: Access to the path '/etc/passwd' is denied.")]
    [InlineData("{ return System.IO.File.ReadAllText(\"SECRET\").Length; }", "UnauthorizedAccessException: ")]
    [InlineData("{ return System.IO.Directory.GetFiles(\"/\").Length; }", "UnauthorizedAccessException: ")]
    [InlineData("{ System.IO.File.WriteAllText(\"FORGED\", \"x\"); return 1; }", "UnauthorizedAccessException: ")]
    [InlineData("{ System.IO.File.WriteAllText(\"BESIDE/forged\", \"x\"); return 1; }", "UnauthorizedAccessException: ")]
    [InlineData("{ System.IO.File.Delete(\"SECRET\"); return 1; }", "UnauthorizedAccessException: ")]
    [InlineData("{ new System.Net.Sockets.TcpClient(\"127.0.0.1\", TCP); return 1; }", "")]
    [InlineData("{ new System.Net.Sockets.UdpClient().Send(new byte[1], 1, \"127.0.0.1\", UDP); return 1; }", "")]
    [InlineData("{ System.Diagnostics.Process.Start(\"/bin/true\"); return 1; }", "")]
    [InlineData("{ return System.IO.File.ReadAllBytes(\"/proc/PARENT/environ\").Length; }", "UnauthorizedAccessException: ")]
    [InlineData("{ return new System.IO.FileStream(\"/proc/PARENT/mem\", System.IO.FileMode.Open, System.IO.FileAccess.Read).ReadByte(); }", "UnauthorizedAccessException: ")]
    [InlineData("{ return System.IO.File.ReadAllText(\"/proc/PARENT/cmdline\").Length; }", "UnauthorizedAccessException: ")]
    [InlineData("{ return kill(PARENT, 0)" + Failed + Libc + " int kill(int process, int signal); }", "Exception: errno 1")]
    [InlineData("{ return kill(-1, 0)" + Failed + Libc + " int kill(int process, int signal); }", "Exception: errno 1")]
    [InlineData("{ return ptrace(16, PARENT, 0, 0)" + Failed + Libc + " nint ptrace(nint request, nint process, nint address, nint data); }", "Exception: errno 1")]
    [InlineData("{ return socket(2, 1, 0)" + Failed + Libc + " int socket(int domain, int type, int protocol); }", "Exception: errno 1")]
    [InlineData("{ return socket(2, 2, 0)" + Failed + Libc + " int socket(int domain, int type, int protocol); }", "Exception: errno 1")]
    [InlineData("{ return socket(1, 1, 0)" + Failed + Libc + " int socket(int domain, int type, int protocol); }", "Exception: errno 1")]
    [InlineData("{ return fork()" + Failed + Libc + " int fork(); }", "Exception: errno 1")]
    [InlineData("{ return vfork()" + Failed + Libc + " int vfork(); }", "Exception: errno 1")]
    [InlineData("{ return execve(\"/bin/true\", 0, 0)" + Failed + Libc + " int execve(string path, nint arguments, nint environment); }", "Exception: errno 1")]
    [InlineData("{ return open(\"/etc/passwd\", 0)" + Failed + Libc + " int open(string path, int flags); }", "Exception: errno 1")]
    [InlineData("{ return fcntl(1, 8, PARENT)" + Failed + Libc + " int fcntl(int file, int command, int owner); }", "Exception: errno 1")] // F_SETOWN
    [InlineData("{ return memfd_create(\"x\", 0)" + Failed + Libc + " int memfd_create(string name, int flags); }", "Exception: errno 1")]
    [InlineData("{ return process_vm_readv(PARENT, 0, 0, 0, 0, 0)" + Failed + Libc + " nint process_vm_readv(int process, nint a, nint b, nint c, nint d, nint flags); }", "Exception: errno 1")]
    [InlineData("{ return syscall(425, 1, 0)" + Failed + Libc + " nint syscall(nint number, nint first, nint second); }", "Exception: errno 1")] // io_uring_setup
    [InlineData("{ return syscall(0x40000000 + 39, 0, 0)" + Failed + Libc + " nint syscall(nint number, nint first, nint second); }", "Exception: errno 1")] // x32's getpid
    [InlineData("{ return prctl(4, 1)" + Failed + Libc + " int prctl(int option, nint value); }", "Exception: errno 1")] // PR_SET_DUMPABLE
    [InlineData("{ return setpgid(0, 0)" + Failed + Libc + " int setpgid(int process, int group); }", "Exception: errno 1")]
    [InlineData("{ return dlopen(\"libresolv.so.2\", 2) == 0 ? throw new Exception(\"none\") : 1; " + Libc + " nint dlopen(string path, int flags); }", "Exception: none")]
    [InlineData("{ return Environment.GetEnvironmentVariables().Count - Environment.GetEnvironmentVariables().Keys.Cast<string>().Count(name => name.StartsWith(\"DOTNET_\")) > 0 ? 1 : throw new Exception(\"no secret\"); }", "Exception: no secret")]
    public async Task Keeps_in(string body, string detail)
    {
        Assert.SkipUnless(ProcessWall.Here is { Seccomp: true, Landlock: true }, "This machine cannot build the wall.");

        var outcome = await EvaluateAsync(body);

        var failed = Assert.IsType<Outcome.Failed>(outcome);
        Assert.Equal(OutcomeKind.Crashed, failed.Why);
        Assert.StartsWith($"Input small/a: {detail}", failed.Detail, StringComparison.Ordinal);
        await NothingIsHarmedAsync();
    }

    [Theory]
    [InlineData("{ Environment.Exit(0); return 1; }", OutcomeKind.Crashed)]
    [InlineData("{ Environment.FailFast(\"enough\"); return 1; }", OutcomeKind.Crashed)]
    [InlineData("{ System.Runtime.InteropServices.Marshal.WriteInt32((nint)8, 1); return 1; }", OutcomeKind.Crashed)]
    [InlineData("{ System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(-1); return 1; }", OutcomeKind.Crashed)]
    [InlineData("{ try { while (true) { } } finally { while (true) { } } }", OutcomeKind.TimedOut)]
    [InlineData("{ new System.Threading.Thread(() => { while (true) { } }).Start(); return 1; }", OutcomeKind.Crashed)]
    public async Task Ends_and_harms_nobody(string body, OutcomeKind kind)
    {
        Assert.SkipUnless(ProcessWall.Here.Seccomp, "This machine cannot build the wall.");

        var outcome = await EvaluateAsync(body);

        Assert.Equal(kind, Assert.IsType<Outcome.Failed>(outcome).Why);
        await NothingIsHarmedAsync();
    }

    [Fact]
    public async Task A_thread_pool_that_gets_no_thread_runs_nothing_after_the_call()
    {
        Assert.SkipUnless(ProcessWall.Here.Seccomp, "This machine cannot build the wall.");

        await EvaluateAsync("{ for (var i = 0; i < 9; i++) { System.Threading.Tasks.Task.Run(() => { while (true) { } }); } return number; }");

        await NothingIsHarmedAsync();
        var runners = evaluator.Subject.Workers.Where(worker => worker.Role == "runner").Select(worker => worker.Id).ToList();
        Assert.All(runners, runner => Assert.DoesNotContain(
            Directory.GetDirectories($"/proc/{runner}/task"), thread => File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET TP Worker", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_worker_that_is_ready_stands_behind_it()
    {
        Assert.SkipUnless(ProcessWall.Here.Seccomp, "This machine cannot build the wall.");

        await NothingIsHarmedAsync();

        var compiler = evaluator.Subject.Workers.Single(worker => worker.Role == "compiler");
        Assert.Contains("Seccomp:\t2", File.ReadAllText($"/proc/{compiler.Id}/status"), StringComparison.Ordinal);
        Assert.All(Directory.GetDirectories($"/proc/{compiler.Id}/task"), thread => Assert.Contains("Seccomp:\t2", File.ReadAllText(Path.Combine(thread, "status")), StringComparison.Ordinal));
    }

    private Task<Outcome> EvaluateAsync(string body) => evaluator.Subject.EvaluateAsync(
        new Body(body.Replace("SECRET", evaluator.Canary.Secret, StringComparison.Ordinal).Replace("FORGED", evaluator.Canary.Forged, StringComparison.Ordinal)
            .Replace("BESIDE", evaluator.Canary.Folder, StringComparison.Ordinal).Replace("PARENT", $"{Environment.ProcessId}", StringComparison.Ordinal)
            .Replace("TCP", $"{evaluator.Canary.TcpPort}", StringComparison.Ordinal).Replace("UDP", $"{evaluator.Canary.UdpPort}", StringComparison.Ordinal)),
        TestContext.Current.CancellationToken);

    private async Task NothingIsHarmedAsync()
    {
        var outcome = await evaluator.Subject.EvaluateAsync(new Body("{ return number; }"), TestContext.Current.CancellationToken);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), outcome);
        Assert.True(evaluator.Canary.IsUntouched);
    }

    public sealed class Evaluator : IAsyncLifetime
    {
        internal Canary Canary { get; } = new();

        internal WorkerEvaluator Subject { get; private set; } = null!;

        /// <summary>The canary's folder is the specification's: it may be read while inputs are made.</summary>
        public async ValueTask InitializeAsync() => Subject = await WorkerEvaluator.StartAsync(
            new Weighing { Folder = Canary.Folder }.Build(), data: null, new Limits { Time = TimeSpan.FromSeconds(2) }, workers: 2, Walls.All with { Language = false }, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await Subject.DisposeAsync();
            Canary.Dispose();
        }
    }
}
