// Memory that the collector knows nothing of.
// all walls | member list | forbidden | System.Runtime.InteropServices.Marshal.AllocHGlobal is not on the list of what a candidate may use. Use
// language wall off | memory limit | out of memory | Input small/a: it asked for more memory than a runner has (400 MB).
{
    System.Runtime.InteropServices.Marshal.AllocHGlobal(2_000_000_000);
    return number;
}
