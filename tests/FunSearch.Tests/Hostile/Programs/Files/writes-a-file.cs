// It writes where it can be found again.
// all walls | member list | forbidden | System.IO.File.WriteAllText is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path
{
    System.IO.File.WriteAllText("FORGED", "x");
    return number;
}
