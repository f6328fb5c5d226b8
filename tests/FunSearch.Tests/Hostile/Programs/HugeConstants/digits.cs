// A number of 8 000 digits.
// all walls | token scan | does not compile | line 2: CS1021 Integral constant is too large
{
    return «9 × 8000»;
}
