// From any value to every type that is loaded.
// all walls | member list | forbidden | System.Object.GetType is not on the list of what a candidate may use. Use `is` with a pattern.
{
    return number.GetType().Assembly.GetTypes().Length;
}
