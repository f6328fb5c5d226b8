// It talks without end where the parent listens for last words.
// all walls | member list | forbidden | System.Console.OpenStandardError is not on the list of what a candidate may use. A candidate prints nothing:
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    var error = System.Console.OpenStandardError();
    var nonsense = new byte[10_000];
    while (true)
    {
        error.Write(nonsense, 0, nonsense.Length);
    }
}
