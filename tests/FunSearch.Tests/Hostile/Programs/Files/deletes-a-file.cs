// It deletes.
// all walls | member list | forbidden | System.IO.File.Delete is not on the list of what a candidate may use. A candidate reads and writes nothing:
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path
{
    System.IO.File.Delete("SECRET");
    return number;
}
