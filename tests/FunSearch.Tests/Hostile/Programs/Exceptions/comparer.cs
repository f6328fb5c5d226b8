// Thrown inside the library, which wraps it.
// all walls | its own exception | crashed | Input small/a: IndexOutOfRangeException: Index was outside the bounds of the array.
{
    return new List<double>(all).OrderBy(x => x, Comparer<double>.Create((a, b) => (int)all[99])).First();
}
