// It asks which process runs it.
// all walls | member list | forbidden | System.Environment.ProcessId is not on the list of what a candidate may use. A candidate reads and writes
{
    return Environment.ProcessId;
}
