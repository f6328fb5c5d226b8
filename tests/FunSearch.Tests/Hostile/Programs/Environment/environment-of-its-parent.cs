// It reads all keys of its parent, as the kernel shows them.
// all walls | member list | forbidden | System.IO.File.ReadAllBytes is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/proc/
{
    return System.IO.File.ReadAllBytes("/proc/PARENT/environ").Length;
}
