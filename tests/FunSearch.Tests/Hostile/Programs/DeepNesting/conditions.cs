// Statements inside statements.
// all walls | syntax wall | forbidden | The code in line 2 is nested more than 200 deep. Split it into statements or local functions.
{
    «if (number > 0) × 400» return 1;
    return 0;
}
