// It lets the binder find at run time what the compiler may not.
// all walls | token scan | forbidden | `dynamic` (line 2) is not allowed.
{
    dynamic anything = number;
    return anything.GetHashCode();
}
