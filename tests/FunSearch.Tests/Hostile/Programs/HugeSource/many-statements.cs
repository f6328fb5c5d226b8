// As many statements as fit.
// all walls | nothing | scored
{
    «number++; × 790»
    return number;
}
