// It is asked whether it catches, and does not answer.
// all walls | token scan | forbidden | `try` (line 2) is not allowed: test beforehand, or let the exception count as the program's failure.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    try
    {
        return all[99];
    }
    catch when (Forever())
    {
        return 0;
    }

    bool Forever()
    {
        while (true)
        {
        }
    }
}
