// It ends the process that runs it, by a signal.
// all walls | member list | forbidden | System.Diagnostics.Process.GetCurrentProcess is not on the list of what a candidate may use. A candidate
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    System.Diagnostics.Process.GetCurrentProcess().Kill();
    System.Threading.Thread.Sleep(-1);
    return number;
}
