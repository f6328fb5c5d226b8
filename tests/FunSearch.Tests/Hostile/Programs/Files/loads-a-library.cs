// It loads native code.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | process wall | crashed | Input small/a: Exception: refused
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint dlopen(string path, int flags);

    return dlopen("libresolv.so.2", 2) == 0 ? throw new Exception("refused") : 1;
}
