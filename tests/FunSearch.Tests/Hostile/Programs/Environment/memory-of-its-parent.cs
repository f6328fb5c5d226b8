// It reads its parent as a file.
// all walls | member list | forbidden | new System.IO.FileStream is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/proc/
{
    return new System.IO.FileStream("/proc/PARENT/mem", System.IO.FileMode.Open, System.IO.FileAccess.Read).ReadByte();
}
