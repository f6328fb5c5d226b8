// It catches whatever would end it, and goes on.
// all walls | token scan | forbidden | `try` (line 4) is not allowed: test beforehand, or let the exception count as the program's failure.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    while (true)
    {
        try
        {
            while (true)
            {
            }
        }
        catch
        {
        }
    }
}
