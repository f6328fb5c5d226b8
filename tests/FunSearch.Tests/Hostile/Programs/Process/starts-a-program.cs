// It starts a program.
// all walls | member list | forbidden | System.Diagnostics.Process.Start is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path is denied.
{
    System.Diagnostics.Process.Start("/bin/true");
    return number;
}
