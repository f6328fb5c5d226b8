// It never ends.
// all walls | fuel | timed out | Input small/a: it went through 40,000,000 rounds of loops and calls, all that its time limit allows, and had not ended.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    while (true)
    {
    }
}
