// It names a forbidden type where only a type is named.
// all walls | member list | forbidden | System.IO.FileInfo is not on the list of what a candidate may use. A candidate reads and writes nothing: all
{
    var files = new List<System.IO.FileInfo>();
    return files.Count;
}
