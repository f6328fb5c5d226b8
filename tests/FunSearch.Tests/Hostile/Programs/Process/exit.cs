// It ends the process that runs it, as if all were well.
// all walls | member list | forbidden | System.Environment.Exit is not on the list of what a candidate may use. A candidate reads and writes nothing:
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    Environment.Exit(0);
    return number;
}
