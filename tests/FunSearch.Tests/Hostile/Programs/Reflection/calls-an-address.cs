// It calls whatever stands at an address.
// all walls | member list | forbidden | System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer is not on the list of what a candidate
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Action>((nint)4_000_000_000)();
    return number;
}
