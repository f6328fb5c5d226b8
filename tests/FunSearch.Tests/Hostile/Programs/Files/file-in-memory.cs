// A file that is in no folder.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: errno 1
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern int memfd_create(string name, int flags);

    return memfd_create("x", 0) < 0 ? throw new Exception("errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError()) : 1;
}
