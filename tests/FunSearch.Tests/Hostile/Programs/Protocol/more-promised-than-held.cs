// A list that is longer than its frame.
// all walls | member list | forbidden | System.Console.OpenStandardOutput is not on the list of what a candidate may use.
// language wall off | frame check | crashed | Input small/a, or one soon after it, ended the process: it wrote what no worker writes, and was killed.
{
    var output = System.Console.OpenStandardOutput();
    output.Write(new byte[] { 28, 0, 0, 0, 70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 127 });
    output.Flush();
    return number;
}
