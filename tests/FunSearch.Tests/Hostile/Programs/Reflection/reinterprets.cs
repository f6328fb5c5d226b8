// It reads a value as what it is not.
// all walls | member list | forbidden | System.Runtime.CompilerServices.Unsafe.As is not on the list of what a candidate may use. Use arrays, spans
{
    return System.Runtime.CompilerServices.Unsafe.As<double, long>(ref number);
}
