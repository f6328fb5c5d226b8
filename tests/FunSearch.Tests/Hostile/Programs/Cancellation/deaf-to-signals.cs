// It ignores whatever can be ignored.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint signal(int number, nint handler);

    for (var i = 1; i < 32; i++)
    {
        signal(i, 1);
    }

    while (true)
    {
    }
}
