// What is disposed of at the end of the block.
// all walls | token scan | forbidden | `using` (line 2) is not allowed.
{
    using var rest = new List<double>(all).GetEnumerator();
    return number;
}
