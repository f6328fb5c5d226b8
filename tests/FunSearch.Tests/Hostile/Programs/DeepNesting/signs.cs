// Depth without brackets.
// all walls | syntax wall | forbidden | The code in line 2 is nested more than 200 deep. Split it into statements or local functions.
{
    return «- × 4000»number;
}
