// It ends the process that runs it, by a fault.
// all walls | member list | forbidden | System.Runtime.InteropServices.Marshal.WriteInt32 is not on the list of what a candidate may use. Use arrays,
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    System.Runtime.InteropServices.Marshal.WriteInt32((nint)4_000_000_000, 1);
    return number;
}
