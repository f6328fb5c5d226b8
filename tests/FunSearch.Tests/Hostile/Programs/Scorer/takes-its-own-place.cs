// It puts another function in its place.
// all walls | token scan | forbidden | `__Evolved` (line 2) is not allowed: names that begin with __ are taken.
{
    Weighing.__Evolved = null;
    return number;
}
