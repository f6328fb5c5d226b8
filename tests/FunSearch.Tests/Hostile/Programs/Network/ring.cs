// Calls that pass by the filter, because the kernel makes them itself.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: errno 1
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint syscall(nint number, nint first, nint second);

    return syscall(425, 1, 0) < 0 ? throw new Exception("errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError()) : 1;
}
