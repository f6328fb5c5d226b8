// It returns more than every number.
// all walls | finite check | not finite | Input small/a: NotFiniteNumberException: Weight returned Infinity.
{
    return 1 / (number - number);
}
