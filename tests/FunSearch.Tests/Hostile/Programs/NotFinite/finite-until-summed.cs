// Each number is finite; the score is not.
// all walls | finite check | not finite | Input small/a: the score is Infinity.
{
    return 1e308;
}
