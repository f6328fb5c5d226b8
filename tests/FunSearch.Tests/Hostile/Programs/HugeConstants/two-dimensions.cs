// Each of its lengths looks harmless.
// all walls | memory limit | out of memory | Input small/a
// language wall off | memory limit | out of memory | Input small/a
{
    var table = new double[30_000, 30_000];
    return table.Length;
}
