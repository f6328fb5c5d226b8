// A length that the parent would have to make room for.
// all walls | member list | forbidden | System.Console.OpenStandardOutput is not on the list of what a candidate may use.
// language wall off | frame check | crashed | Input small/a, or one soon after it, ended the process: it wrote what no worker writes, and was killed.
{
    var output = System.Console.OpenStandardOutput();
    output.Write(new byte[] { 255, 255, 255, 127, 70 });
    output.Flush();
    return number;
}
