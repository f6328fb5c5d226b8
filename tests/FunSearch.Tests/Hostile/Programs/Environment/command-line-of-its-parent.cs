// It reads what its parent was asked to do.
// all walls | member list | forbidden | System.IO.File.ReadAllText is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/proc/
{
    return System.IO.File.ReadAllText("/proc/PARENT/cmdline").Length;
}
