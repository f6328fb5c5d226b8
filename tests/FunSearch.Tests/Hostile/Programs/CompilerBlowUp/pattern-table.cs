// The work to show that a table of patterns is complete grows with their product.
// all walls | syntax wall | forbidden | A pattern may have at most 4 parts; use if (line 2).
{
    return (number, number, number, number, number) is (1, _, _, _, 2) ? 1 : 0;
}
