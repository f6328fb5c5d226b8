// It looks around.
// all walls | member list | forbidden | System.IO.Directory.GetFiles is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/' is denied.
{
    return System.IO.Directory.GetFiles("/").Length;
}
