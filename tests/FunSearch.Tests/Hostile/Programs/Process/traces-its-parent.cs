// It takes hold of the parent as a debugger does.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: errno 1
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint ptrace(nint request, nint process, nint address, nint data);

    return ptrace(16, PARENT, 0, 0) < 0 ? throw new Exception("errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError()) : 1;
}
