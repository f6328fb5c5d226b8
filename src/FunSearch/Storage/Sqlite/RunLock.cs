using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using FunSearch.Search;
using Microsoft.Win32.SafeHandles;

namespace FunSearch.Storage.Sqlite;

/// <summary>A run's claim: a locked file beside the store. The kernel releases it when its process dies, however it dies.</summary>
/// <remarks>The file stays as long as its run: deleting it could take it from under a process that has just opened it.</remarks>
internal sealed class RunLock : IDisposable
{
    // A reader that asks whether a run is alive holds the file for an instant.
    private const int Attempts = 10;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <exception cref="StoreException">Another process has it, and the sentence says which; or the file cannot be written.</exception>
    public static async Task<RunLock> ClaimAsync(string store, string run, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = PathOf(store, run);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new RunLock(OpenSigned(path));
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(_pause, time, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException exception) when (IsHeld(store, run))
            {
                throw new StoreException(
                    $"{Holder(path)} works on the run '{run}' of the store '{store}'. Wait for it to end, stop it, or start another run.",
                    exception);
            }
            catch (Exception exception) when (StoreFailures.CanTell(exception))
            {
                throw StoreFailures.Tell(path, exception);
            }
        }
    }

    /// <summary>True while a living process has the run.</summary>
    public static bool IsHeld(string store, string run)
    {
        var path = PathOf(store, run);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Takes the file away with the run that it stood for.</summary>
    public void Forget()
    {
        // There an open file cannot be deleted: it stays.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }
    }

    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    private static string PathOf(string store, string run) => $"{store}.{run}.lock";

    private static FileStream OpenSigned(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Holder(string path)
    {
        using var handle = new SafeFileHandle(OpenUnlocked(path, 0), ownsHandle: true);
        if (handle.IsInvalid)
        {
            return "Another process";
        }

        using var reader = new StreamReader(new FileStream(handle, FileAccess.Read));
        return reader.ReadToEnd() is { Length: > 0 } process ? $"Process {process}" : "Another process";
    }

    // .NET asks for a shared lock with every file that it opens, and would be refused.
    [DllImport("libc", EntryPoint = "open", BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenUnlocked([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
