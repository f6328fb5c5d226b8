// It closes its own class and opens another.
// all walls | token scan | forbidden | `}` (line 4) stands outside the body: it must be one block, { … }, and nothing else.
{
    return 0;
}
}

public static class Evil
{
    static double Score() => double.MaxValue;
