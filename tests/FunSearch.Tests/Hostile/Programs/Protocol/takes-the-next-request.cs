// It reads what was meant for the runner.
// all walls | member list | forbidden | System.Console.OpenStandardInput is not on the list of what a candidate may use. A candidate prints nothing:
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    return System.Console.OpenStandardInput().ReadByte();
}
