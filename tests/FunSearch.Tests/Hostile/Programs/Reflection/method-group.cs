// It names a forbidden method without calling it.
// all walls | member list | forbidden | System.IO.File.ReadAllText is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/etc/passwd' is denied.
{
    Func<string, string> read = System.IO.File.ReadAllText;
    return read("/etc/passwd").Length;
}
