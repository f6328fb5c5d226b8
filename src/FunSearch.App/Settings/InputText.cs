using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Settings;

/// <summary>On what and within which limits a run's programs were scored, as the options that say so again.</summary>
internal static class InputText
{
    /// <summary>Each with a blank before it; empty when all is as usual.</summary>
    public static string Options(RunConfiguration configuration)
    {
        var usual = new Limits();
        var time = configuration.Limits.Time == usual.Time ? "" : $" --limit {Durations.Text(configuration.Limits.Time)}";
        var memory = configuration.Limits.MemoryBytes == usual.MemoryBytes ? "" : $" --memory {Sizes.Text(configuration.Limits.MemoryBytes)}";
        return $"{(configuration.Data is { } data ? Data(data) : "")}{time}{memory}";
    }

    private static string Data(UserData data) => data.Percentages is { } percentages
        ? $" --data {Shell.Word(data.Files[Split.Train])} --split-data {string.Join(',', percentages)}"
        : string.Concat(data.Files.OrderBy(file => file.Key).Select(file => $" --data {Shell.Word($"{file.Key.Word()}={file.Value}")}"));
}
