// It reads what the specification itself may read while it makes its inputs.
// all walls | member list | forbidden | System.IO.File.ReadAllText is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path
{
    return System.IO.File.ReadAllText("SECRET").Length;
}
