// It reads what every process of the machine may read.
// all walls | member list | forbidden | System.IO.File.ReadAllText is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/etc/passwd' is denied.
{
    return System.IO.File.ReadAllText("/etc/passwd").Length;
}
