using FunSearch.Islands;
using FunSearch.Storage;

namespace FunSearch.App.Views;

/// <summary>How a run searches, where that is not the usual way.</summary>
internal static class MethodLine
{
    /// <summary>Null where it is the usual one.</summary>
    public static string? Of(RunConfiguration run)
    {
        var words = Words(run).ToList();
        return words.Count == 0 ? null : string.Join("; ", words);
    }

    private static IEnumerable<string> Words(RunConfiguration run)
    {
        var islands = run.Search.Islands;
        if (ChangedNumbers.AreAll(run))
        {
            yield return "tries other numbers in the best program so far, of equals in the latest";
        }
        else if (islands == IslandOptions.HillClimbing)
        {
            yield return "hill climbing: one island, its best program the only parent";
        }
        else if (islands.Islands != new IslandOptions().Islands)
        {
            yield return Views.Words.Count(islands.Islands, "island");
        }

        if (!run.CutShort)
        {
            yield return "without cutting short";
        }
    }
}
