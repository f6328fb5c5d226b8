// Thrown by a collection that was changed while it was read.
// all walls | its own exception | crashed | Input small/a: InvalidOperationException: Collection was modified; enumeration operation may not execute.
{
    var list = new List<double>(all);
    foreach (var item in list)
    {
        list.Add(item);
    }

    return number;
}
