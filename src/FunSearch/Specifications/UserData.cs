namespace FunSearch.Specifications;

/// <summary>The user's own inputs, read by the specification's <c>[Data]</c> method in place of its <c>[Inputs]</c>.</summary>
/// <param name="Files">Paths, by split. With one file under <see cref="Split.Train"/> and <paramref name="Percentages"/>, it is split in
/// its own order; otherwise each split has its own file.</param>
/// <param name="Percentages">Train, validation, test; sums to 100. Null when each split has its own file.</param>
public sealed record UserData(IReadOnlyDictionary<Split, string> Files, IReadOnlyList<int>? Percentages)
{
    /// <summary>SHA-256 of each file (hexadecimal) when the run began; null when nobody has taken them.</summary>
    public IReadOnlyDictionary<Split, string>? Hashes { get; init; }
}
