// The library allocates for it: no array is written here.
// all walls | memory limit | out of memory | Input small/a
// language wall off | memory limit | out of memory | Input small/a
{
    return Enumerable.Range(0, int.MaxValue).ToArray().Length;
}
