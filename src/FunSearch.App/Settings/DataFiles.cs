using FunSearch.Specifications;

namespace FunSearch.App.Settings;

/// <summary>The user's own inputs: <c>--data FILE</c> with <c>--split-data</c>, or <c>--data train=FILE --data test=FILE</c>.</summary>
internal static class DataFiles
{
    private static readonly IReadOnlyList<int> DefaultPercentages = [60, 20, 20];

    /// <summary>Puts the options together.</summary>
    /// <param name="percentages">Null when <c>--split-data</c> was not given.</param>
    /// <returns>The data, or null without <c>--data</c>; and a sentence when the options do not fit together.</returns>
    public static (UserData? Data, string? Mistake) Combine(IReadOnlyList<string> files, IReadOnlyList<int>? percentages)
    {
        if (files.Count == 0)
        {
            return (null, percentages is null ? null : "--split-data splits the file given by --data, and there is none.");
        }

        var named = files.Select(SplitOf).ToList();
        if (named is [(null, var onlyFile)])
        {
            return (new UserData(Absolute(Split.Train, onlyFile), percentages ?? DefaultPercentages), null);
        }

        return named switch
        {
            _ when named.Any(pair => pair.Split is null) =>
                (null, "Of several --data files, each needs its split: --data train=FILE --data test=FILE."),
            _ when named.DistinctBy(pair => pair.Split).Count() < named.Count =>
                (null, "--data names one split twice. Give each split one file."),
            _ when named.All(pair => pair.Split != Split.Train) =>
                (null, "--data names no train file, and the search learns from it: --data train=FILE."),
            _ when percentages is not null =>
                (null, "--split-data splits a single file, and --data already gives each split its own."),
            _ => (new UserData(named.ToDictionary(pair => pair.Split!.Value, pair => Path.GetFullPath(pair.File)), null), null),
        };
    }

    /// <summary>Reads <c>60,20,20</c>: train, validation and test in percent.</summary>
    public static bool TryParsePercentages(string text, out IReadOnlyList<int> percentages)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part, out var number) ? number : -1).ToList();
        percentages = numbers;
        return numbers.Count == 3 && numbers[0] > 0 && numbers.All(number => number is >= 0 and <= 100) && numbers.Sum() == 100;
    }

    // A file's name may hold '=' too: only a split's name before it counts.
    private static (Split? Split, string File) SplitOf(string text)
    {
        foreach (var split in Enum.GetValues<Split>())
        {
            var prefix = $"{split}=";
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return (split, text[prefix.Length..]);
            }
        }

        return (null, text);
    }

    private static Dictionary<Split, string> Absolute(Split split, string file) => new() { [split] = Path.GetFullPath(file) };
}
