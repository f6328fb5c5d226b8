// It behaves, until the last of the inputs comes.
// all walls | fuel | timed out | Input large/a: it went through 40,000,000 rounds of loops and calls, all that its time limit allows, and had not ended.
// language wall off | wall clock | timed out | Input large/a was still running after 2 s.
{
    if (all.Length > 3)
    {
        for (;;)
        {
        }
    }

    return number;
}
