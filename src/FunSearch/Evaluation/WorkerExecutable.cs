using System.Diagnostics;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Where the worker's program is, and how a process of it begins.</summary>
internal static class WorkerExecutable
{
    private static readonly string Library = typeof(Message).Assembly.Location;

    /// <summary>The framework that this process runs on: <c>shared/Microsoft.NETCore.App/10.0.0</c> of an installation.</summary>
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    private static readonly string Dotnet =
        Path.GetFullPath(Path.Combine(Framework, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Why no worker can be started by this program, and the mend; null when one can.</summary>
    public static string? Fault()
    {
        if (Library.Length == 0)
        {
            return "FunSearch.Worker.dll is inside a single file, and no process can be started from there. Publish without PublishSingleFile.";
        }

        if (!File.Exists(Dotnet))
        {
            return "This program carries its own .NET (self-contained), and the worker's processes need an installed one. Publish with --self-contained false.";
        }

        var settings = Path.ChangeExtension(Library, ".runtimeconfig.json");
        return File.Exists(settings)
            ? null
            : $"There is no '{settings}'. The package FunSearch puts it beside the worker when a program is built or published: copy the whole output folder.";
    }

    /// <summary>What a worker itself is made of: the installation of .NET, and the worker with its libraries.</summary>
    public static IReadOnlyList<string> Folders { get; } = [Path.GetDirectoryName(Dotnet)!, Path.GetDirectoryName(Library)!];

    /// <param name="role"><c>compiler</c> or <c>runner</c>.</param>
    /// <param name="memoryBytes">The limit of a runner, where it cannot set one itself.</param>
    /// <param name="walls">Further words for the worker.</param>
    public static ProcessStartInfo Start(string role, long memoryBytes, IEnumerable<string> walls)
    {
        // The very version that this process runs on: a specification is compiled here, against it.
        var start = new ProcessStartInfo(Dotnet, ["exec", "--fx-version", Path.GetFileName(Framework), Library, role, .. walls])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, role, memoryBytes);
        return start;
    }

    /// <summary>What .NET needs and nothing of ours: the parent's environment holds keys.</summary>
    private static void SetEnvironment(IDictionary<string, string?> environment, string role, long memoryBytes)
    {
        environment.Clear();
        environment["DOTNET_EnableDiagnostics"] = "0";

        // Profiling costs more than it brings where every method is new.
        environment["DOTNET_TieredPGO"] = "0";

        if (role == "compiler")
        {
            // Its garbage dies young: with 64 MB (hexadecimal) between collections it takes a tenth less processor time.
            environment["DOTNET_GCgen0size"] = "4000000";
        }

        // The thread that optimises what is often called must never end: behind the wall no other could take its place.
        environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "FFFFFFFF";

        // On Linux the worker limits itself; together the two limits end in segmentation faults.
        if (!OperatingSystem.IsLinux() && memoryBytes > 0)
        {
            environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("X");
        }
    }
}
