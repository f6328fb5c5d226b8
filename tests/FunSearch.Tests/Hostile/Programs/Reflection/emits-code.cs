// It makes code that no wall has seen.
// all walls | member list | forbidden | new System.Reflection.Emit.DynamicMethod is not on the list of what a candidate may use.
{
    return new System.Reflection.Emit.DynamicMethod("evil", null, null).Name.Length;
}
