using System.Globalization;

namespace FunSearch.Tests.EndToEnd.Soaking;

/// <summary>What a run takes of the machine at one moment.</summary>
/// <param name="Samples">Settled by then.</param>
/// <param name="Files">Open in the host.</param>
/// <param name="Host">Resident memory in MB.</param>
/// <param name="Compiler">Resident memory in MB; 0 while there is none.</param>
/// <param name="Runners">Resident memory in MB, largest first; the spare and the judge are among them.</param>
internal sealed record Footprint(long Samples, int Files, double Host, double Compiler, IReadOnlyList<double> Runners)
{
    /// <summary>Workers that live.</summary>
    public int Processes => Runners.Count + (Compiler > 0 ? 1 : 0);

    public double LargestRunner => Runners.Count > 0 ? Runners[0] : 0;

    public static Footprint Of(Command command, IReadOnlyList<int> children, long samples)
    {
        var byRole = children.ToLookup(RoleOf, MemoryOf);
        return new Footprint(
            samples, Directory.GetFileSystemEntries($"/proc/{command.Id}/fd").Length, MemoryOf(command.Id),
            byRole["compiler"].DefaultIfEmpty().Max(), [.. byRole["runner"].Where(memory => memory > 0).OrderDescending()]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Samples,8:N0} {Processes,10} {Files,10} {Host,9:N0} {Compiler,9:N0}   {string.Join(' ', Runners.Select(memory => $"{memory,4:N0}"))}");

    private static string RoleOf(int process) =>
        Read(process, "cmdline").Split('\0').FirstOrDefault(word => word is "compiler" or "runner") ?? "";

    /// <returns>0 when it has ended.</returns>
    private static double MemoryOf(int process)
    {
        var line = Read(process, "status").Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024.0;
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            // It ended while we looked.
            return "";
        }
    }
}
