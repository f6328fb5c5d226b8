// A name that metadata cannot hold.
// all walls | compiler | does not compile | line 2: CS7013 Name '<Weight>g__xxxxxxxxxxxxxxxxxxxxxxxxxxxx
{
    double «x × 5000»() => 1;
    return number;
}
