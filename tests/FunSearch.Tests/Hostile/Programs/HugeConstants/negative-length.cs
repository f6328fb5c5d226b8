// A length that overflowed.
// all walls | memory limit | out of memory | Input small/a
// language wall off | memory limit | out of memory | Input small/a
{
    int length = all.Length << 30;
    return new double[length - int.MaxValue].Length;
}
