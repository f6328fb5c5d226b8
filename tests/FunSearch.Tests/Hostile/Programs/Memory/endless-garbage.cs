// It holds nothing, but never stops to allocate.
// all walls | allocation budget or wall clock | out of memory or timed out | Input small/a
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    while (true)
    {
        all = Enumerable.Repeat(number, 1_000).ToArray();
    }
}
