// Each lambda is bound once for every overload of the one around it.
// all walls | syntax wall | forbidden | At most 2 lambdas may stand inside each other; use a local function (line 2).
{
    return all.Sum(a => all.Sum(b => all.Sum(c => all.Sum(d => all.Sum(e => all.Sum(f => a + b + c + d + e + f))))));
}
