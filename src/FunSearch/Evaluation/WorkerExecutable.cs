using System.Diagnostics;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Where the worker's program is, and how a process of it begins.</summary>
internal static class WorkerExecutable
{
    private static readonly string Library = typeof(Message).Assembly.Location;

    /// <summary>The installation that this process runs on, three folders above <c>shared/Microsoft.NETCore.App/10.0.0</c>.</summary>
    private static readonly string DotnetRoot =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <param name="role"><c>compiler</c> or <c>runner</c>.</param>
    /// <param name="memoryBytes">The limit of a runner, where it cannot set one itself.</param>
    public static ProcessStartInfo Start(string role, long memoryBytes)
    {
        var host = Path.ChangeExtension(Library, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (File.Exists(host))
        {
            start.FileName = host;
        }
        else
        {
            start.FileName = Path.Combine(DotnetRoot, "dotnet");
            start.ArgumentList.Add(Library);
        }

        start.ArgumentList.Add(role);
        SetEnvironment(start.Environment, memoryBytes);
        return start;
    }

    /// <summary>What .NET needs and nothing of ours: the parent's environment holds keys.</summary>
    private static void SetEnvironment(IDictionary<string, string?> environment, long memoryBytes)
    {
        environment.Clear();
        environment["DOTNET_ROOT"] = DotnetRoot;
        environment["DOTNET_EnableDiagnostics"] = "0";

        // Profiling costs more than it brings where every method is new.
        environment["DOTNET_TieredPGO"] = "0";

        // On Linux the worker limits itself; together the two limits end in segmentation faults.
        if (!OperatingSystem.IsLinux() && memoryBytes > 0)
        {
            environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("X");
        }
    }
}
