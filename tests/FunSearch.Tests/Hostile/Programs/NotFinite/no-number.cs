// It returns what compares with nothing.
// all walls | finite check | not finite | Input large/a: NotFiniteNumberException: Weight returned NaN.
{
    return all.Length > 3 ? double.NaN : 1;
}
