// It clears what it was given, for itself and for whoever comes after.
// all walls | nothing | scored
{
    var mine = all[0];
    Array.Clear(all);
    return all.Length + mine;
}
