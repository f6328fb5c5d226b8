// It writes a name so that no reader finds it.
// all walls | token scan | forbidden | `\u0045nvironment` (line 2) is not allowed.
{
    return \u0045nvironment.TickCount;
}
