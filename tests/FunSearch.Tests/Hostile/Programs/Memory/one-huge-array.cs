// Gigabytes in one allocation.
// all walls | memory limit | out of memory | Input small/a
// language wall off | memory limit | out of memory | Input small/a
{
    var huge = new double[int.MaxValue / 4];
    huge[^1] = number;
    return huge.Max();
}
