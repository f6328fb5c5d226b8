// As deep as it goes, and closed again.
// all walls | token scan | forbidden | `(` (line 2) is the 17th open bracket; at most 16 may be open at once.
{
    return «( × 4000»1«) × 4000»;
}
