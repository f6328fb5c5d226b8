// Constants are computed while it is compiled.
// all walls | syntax wall | forbidden | A const that is no number (line 2) is not allowed.
{
    const string a = "0123456789012345678901234567890123456789";
    const string b = a + a + a + a + a + a + a + a;
    const string c = b + b + b + b + b + b + b + b;
    const string d = c + c + c + c + c + c + c + c;
    const string e = d + d + d + d + d + d + d + d;
    const string f = e + e + e + e + e + e + e + e;
    const string g = f + f + f + f + f + f + f + f;
    return g.Length;
}
