// It measures how much others have allocated.
// all walls | member list | forbidden | System.GC.GetTotalMemory is not on the list of what a candidate may use. Memory is taken care of: leave it
{
    return GC.GetTotalMemory(false);
}
