// The parser takes minutes for these.
// all walls | token scan | forbidden | `[` (line 2) is the 17th open bracket; at most 16 may be open at once.
// language wall off | compiler's clock | does not compile | the compiler was still working on it after 5 s.
{
    return «[ × 7500»
