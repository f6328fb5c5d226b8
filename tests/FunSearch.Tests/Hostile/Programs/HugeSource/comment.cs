// More text than a body may have, and nothing in it.
// all walls | token scan | forbidden | The body has
{
    return number; /*«x × 9000»*/
}
