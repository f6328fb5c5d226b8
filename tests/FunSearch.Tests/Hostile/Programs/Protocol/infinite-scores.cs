// Scores for all inputs, in good form, that no runner may claim.
// all walls | member list | forbidden | System.Console.OpenStandardOutput is not on the list of what a candidate may use.
// language wall off | frame check | crashed | Input small/a, or one soon after it, ended the process: it wrote what no worker writes, and was killed.
{
    var output = System.Console.OpenStandardOutput();
    output.Write(new byte[] { 52, 0, 0, 0, 70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 127, 0, 0, 0, 0, 0, 0, 240, 127, 0, 0, 0, 0, 0, 0, 240, 127 });
    output.Flush();
    return number;
}
