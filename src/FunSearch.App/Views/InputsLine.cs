using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>What a search learns from and is held against, as one line.</summary>
internal static class InputsLine
{
    /// <summary><c>inputs: items.csv, split 60,20,20: 6 train, 2 validation, 2 test</c>.</summary>
    /// <param name="data">The user's own; null for the specification's.</param>
    /// <param name="inputs">Their names, by split.</param>
    /// <param name="first">How many of train a program is run on before it may be cut short; 0 where none is.</param>
    public static string Of(UserData? data, IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs, int first = 0)
    {
        var counts = inputs.Where(split => split.Value.Count > 0).OrderBy(split => split.Key)
            .Select(split => $"{split.Value.Count:N0} {Words.Of(split.Key)}");
        var source = data is null ? "" : $"{Source(data)}: ";
        return $"inputs: {source}{string.Join(", ", counts)}{Missing(inputs)}{Stages(first)}";
    }

    /// <summary>The files as they were given: <c>items.csv, split 60,20,20</c> or <c>train=may.csv, test=june.csv</c>.</summary>
    public static string Source(UserData data) => data.Percentages is { } parts
        ? $"{Path.GetFileName(data.Files[Split.Train])}, split {string.Join(',', parts)}"
        : string.Join(", ", data.Files.OrderBy(file => file.Key).Select(file => $"{Words.Of(file.Key)}={Path.GetFileName(file.Value)}"));

    private static string Stages(int first) => first == 0 ? "" : $"; who is clearly out after the {first:N0} cheapest of train is cut short";

    private static string Missing(IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs) =>
        inputs.TryGetValue(Split.Validation, out var validation) && validation.Count > 0 ? "" : "; without validation, train picks the best";
}
