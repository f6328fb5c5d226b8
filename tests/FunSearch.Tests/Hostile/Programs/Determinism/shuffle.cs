// The library throws dice for it.
// all walls | member list | forbidden | System.Linq.Enumerable.Shuffle is not on the list of what a candidate may use.
{
    return all.Shuffle().First();
}
