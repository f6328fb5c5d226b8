using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>What a search learns from and is held against, as one line.</summary>
internal static class InputsLine
{
    /// <summary><c>inputs: items.csv, split 60,20,20: 6 train, 2 validation, 2 test</c>.</summary>
    /// <param name="data">The user's own; null for the specification's.</param>
    /// <param name="inputs">Their names, by split.</param>
    public static string Of(UserData? data, IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs)
    {
        var counts = inputs.Where(split => split.Value.Count > 0).OrderBy(split => split.Key)
            .Select(split => $"{split.Value.Count:N0} {Words.Of(split.Key)}");
        var source = data is null ? "" : $"{Source(data)}: ";
        return $"inputs: {source}{string.Join(", ", counts)}{Missing(inputs)}";
    }

    /// <summary>The files as they were given: <c>items.csv, split 60,20,20</c> or <c>train=may.csv, test=june.csv</c>.</summary>
    public static string Source(UserData data) => data.Percentages is { } parts
        ? $"{Path.GetFileName(data.Files[Split.Train])}, split {string.Join(',', parts)}"
        : string.Join(", ", data.Files.OrderBy(file => file.Key).Select(file => $"{Words.Of(file.Key)}={Path.GetFileName(file.Value)}"));

    private static string Missing(IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs) =>
        inputs.TryGetValue(Split.Validation, out var validation) && validation.Count > 0 ? "" : "; without validation, train picks the best";
}
