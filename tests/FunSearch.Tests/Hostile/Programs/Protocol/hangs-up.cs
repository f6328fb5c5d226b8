// It closes whatever is open, and with it the pipe that the answer must take.
// all walls | token scan | does not compile | line 2: `[` cannot follow `{`.
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    [System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)]
    static extern int close(int file);

    for (var i = 0; i < 256; i++)
    {
        close(i);
    }

    return number;
}
