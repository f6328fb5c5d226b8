// It copies what the parent holds.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: errno 1
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint process_vm_readv(int process, nint here, nint count, nint there, nint thereCount, nint flags);

    return process_vm_readv(PARENT, 0, 0, 0, 0, 0) < 0 ? throw new Exception("errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError()) : 1;
}
