namespace FunSearch.Specifications;

/// <summary>The word for a split, in a marker and on a worker's wire: <c>train</c>.</summary>
internal static class SplitNaming
{
    /// <summary>All of them, train first.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Split>().Select(split => split.Word())];

    public static string Word(this Split split) => split.ToString().ToLowerInvariant();

    /// <exception cref="InvalidOperationException">It is none of the <see cref="Words"/>.</exception>
    public static Split Named(string word) => Enum.GetValues<Split>().First(split => split.Word() == word);
}
