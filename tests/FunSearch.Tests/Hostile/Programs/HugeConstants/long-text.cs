// A text of two gigabytes.
// all walls | member list | forbidden | new System.String is not on the list of what a candidate may use. A candidate makes no text: return numbers.
// language wall off | memory limit | out of memory | Input small/a
{
    return new string('a', 1_000_000_000).Length;
}
