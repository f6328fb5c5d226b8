// An exception that throws when it is read.
// all walls | token scan | forbidden | `throw` (line 2) is not allowed: return a value.
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: exit code
{
    throw new Evil();
}

class Evil : Exception
{
    public override string Message => throw new Evil();
}
