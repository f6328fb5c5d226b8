// It keeps all that it allocates.
// all walls | memory limit | out of memory | Input small/a: it asked for more memory than a runner has (400 MB).
// language wall off | memory limit | out of memory | Input small/a: it asked for more memory than a runner has (400 MB).
{
    var hoard = new List<double[]>();
    while (true)
    {
        hoard.Add(new double[1_000_000]);
    }
}
