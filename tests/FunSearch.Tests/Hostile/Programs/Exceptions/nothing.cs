// A member of what is not there.
// all walls | its own exception | crashed | Input small/a: NullReferenceException: Object reference not set to an instance of an object.
{
    List<double> none = null;
    return none.Count;
}
