// It gives itself fuel.
// all walls | token scan | forbidden | `__Fuel` (line 4) is not allowed: names that begin with __ are taken.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    for (;;)
    {
        __Fuel.Left = 1_000_000;
    }
}
