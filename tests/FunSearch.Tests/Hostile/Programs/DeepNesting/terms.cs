// A sum is a tree as deep as it is long.
// all walls | syntax wall | forbidden | The code in line 2 is nested more than 200 deep. Split it into statements or local functions.
{
    return «1 + × 2000» 1;
}
