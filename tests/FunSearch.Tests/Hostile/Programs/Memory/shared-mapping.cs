// Memory that the kernel does not count as data: a mapping shared with nobody.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | memory limit or wall clock | out of memory or timed out | Input small/a
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern nint mmap(nint address, nint length, int protection, int flags, int file, nint offset);

    const int Size = 2_000_000_000;
    var memory = mmap(0, Size, 3, 0x21, -1, 0);
    for (var i = 0; i < Size; i += 4096)
    {
        System.Runtime.InteropServices.Marshal.WriteByte(memory, i, 1);
    }

    while (true)
    {
    }
}
