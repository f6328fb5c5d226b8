// Thrown by the library, for it was asked of nothing.
// all walls | its own exception | crashed | Input small/a: InvalidOperationException: Sequence contains no elements
{
    return all.Where(x => x < 0).Max();
}
