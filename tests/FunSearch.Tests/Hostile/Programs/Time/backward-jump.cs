// A loop without the syntax of a loop.
// all walls | token scan | forbidden | `goto` (line 3) is not allowed: use break, continue or return.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    again:
    goto again;
}
