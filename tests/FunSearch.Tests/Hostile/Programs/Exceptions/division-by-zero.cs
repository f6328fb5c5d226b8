// Of integers.
// all walls | its own exception | crashed | Input small/a: DivideByZeroException: Attempted to divide by zero.
{
    return 1 / ((int)number - (int)number);
}
