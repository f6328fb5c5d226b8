// A constant that no type holds.
// all walls | compiler | does not compile | line 2: CS0220 The operation overflows at compile time in checked mode
{
    return checked(int.MaxValue + 1);
}
