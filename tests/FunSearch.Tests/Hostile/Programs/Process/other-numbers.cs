// It calls the kernel by the numbers of another machine, where a filter may have forgotten them.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: errno 1
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint syscall(nint number, nint first, nint second);

    return syscall(0x40000000 + 39, 0, 0) < 0 ? throw new Exception("errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError()) : 1;
}
