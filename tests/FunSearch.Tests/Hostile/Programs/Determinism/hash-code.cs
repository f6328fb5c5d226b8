// A number that is another one in every process.
// all walls | member list | forbidden | System.HashCode.Combine is not on the list of what a candidate may use.
{
    return HashCode.Combine(number);
}
