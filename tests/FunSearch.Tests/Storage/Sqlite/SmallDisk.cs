using System.Diagnostics;

namespace FunSearch.Tests.Storage.Sqlite;

/// <summary>A disk of its own in memory, which can be full or read-only. Only root may mount one: for others the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funsearch-disk-");

    private SmallDisk()
    {
    }

    public string Folder => _folder.FullName;

    public static SmallDisk Mount(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux may mount a small disk.");
        var disk = new SmallDisk();
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", disk.Folder))
        {
            disk._folder.Delete();
            Assert.Skip("This machine does not let root mount a small disk.");
        }

        return disk;
    }

    public void MakeReadOnly() => Assert.True(TryRun("mount", "-o", "remount,ro", Folder));

    public void Dispose()
    {
        Assert.True(TryRun("umount", Folder));
        _folder.Delete();
    }

    private static bool TryRun(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
