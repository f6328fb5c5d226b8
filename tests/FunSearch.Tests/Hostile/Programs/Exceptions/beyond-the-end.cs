// An index that is not there.
// all walls | its own exception | crashed | Input small/a: IndexOutOfRangeException: Index was outside the bounds of the array.
{
    return all[7];
}
