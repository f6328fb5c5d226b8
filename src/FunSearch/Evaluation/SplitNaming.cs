using FunSearch.Specifications;

namespace FunSearch.Evaluation;

/// <summary>A split on the wire is what its marker says: <c>train</c>.</summary>
internal static class SplitNaming
{
    public static string OnTheWire(this Split split) => split.ToString().ToLowerInvariant();

    public static Split FromTheWire(string name) => Enum.GetValues<Split>().First(split => split.OnTheWire() == name);
}
