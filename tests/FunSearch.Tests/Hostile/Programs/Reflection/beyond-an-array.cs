// It writes past the end of what it was given.
// all walls | member list | forbidden | System.Runtime.InteropServices.MemoryMarshal.CreateSpan is not on the list of what a candidate may use. Use
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref all[0], 1_000_000_000).Clear();
    return number;
}
