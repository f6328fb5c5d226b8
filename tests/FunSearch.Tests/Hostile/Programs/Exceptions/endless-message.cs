// An exception that says more than a frame may hold.
// all walls | token scan | forbidden | `throw` (line 2) is not allowed: return a value.
// language wall off | its own exception | crashed | Input small/a: Exception: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
{
    throw new Exception(new string('x', 10_000_000));
}
