// It ends the process that runs it, with a word to standard error.
// all walls | member list | forbidden | System.Environment.FailFast is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    Environment.FailFast("enough");
    return number;
}
