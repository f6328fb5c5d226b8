// It waits, and costs no processor time at all.
// all walls | member list | forbidden | System.Threading.Thread.Sleep is not on the list of what a candidate may use. A candidate runs on one thread:
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    System.Threading.Thread.Sleep(-1);
    return number;
}
