// It brings an assembly of its own.
// all walls | member list | forbidden | System.Reflection.Assembly.LoadFrom is not on the list of what a candidate may use.
// language wall off | process wall | crashed | Input small/a: FileLoadException: Could not load file or assembly '/tmp/evil.dll'. Access is denied.
{
    return System.Reflection.Assembly.LoadFrom("/tmp/evil.dll").GetTypes().Length;
}
