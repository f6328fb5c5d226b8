// It takes an address.
// all walls | token scan | forbidden | `unsafe` (line 2) is not allowed.
{
    unsafe
    {
        fixed (double* first = all)
        {
            return first[-1];
        }
    }
}
