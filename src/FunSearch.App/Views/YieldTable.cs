using FunSearch.Accounts;
using FunSearch.Search;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>What came of each model's samples, and what they cost; the operators of the embedded proposer stand in one row.</summary>
internal static class YieldTable
{
    private const string Embedded = "embedded";

    // Better: than all of its parents. Each: a request. The table has to fit beside a name into 80 columns.
    private static readonly string[] Headings = ["who proposed", "samples", "run", "scored", "better", "tokens", "cost", "s each"];

    /// <summary>Nothing where no model was asked.</summary>
    public static IEnumerable<IRenderable> Render(SearchProgress progress)
    {
        if (progress.Spent.Requests > 0)
        {
            yield return Text.Empty;
            yield return GridView.Draw(
                Headings,
                Enumerable.Range(1, Headings.Length - 1).ToHashSet(),
                ByAuthor(progress).Select(author => (Cells(author.Name, author.Yield), Style.Plain)));
        }
    }

    /// <summary>The models by name, then the embedded proposer where it took part.</summary>
    public static IEnumerable<(string Name, Yield Yield)> ByAuthor(SearchProgress progress) =>
        progress.Yields.GroupBy(yield => yield.Value.Spent.Requests > 0 || yield.Key == Proposal.Tuned ? yield.Key : Embedded, yield => yield.Value)
            .OrderBy(group => group.Key == Embedded).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Aggregate((a, b) => a + b)));

    private static IEnumerable<string> Cells(string name, Yield yield)
    {
        yield return name;
        yield return $"{yield.Samples:N0}";
        yield return $"{yield.Compiled:N0}";
        yield return $"{yield.Scored:N0}";
        yield return $"{yield.Progress:N0}";
        yield return $"{yield.Spent.Tokens:N0}";
        yield return yield.Spent.Requests == 0 ? "–" : Words.CostOf(yield.Spent);
        yield return yield.Spent.Requests == 0 ? "–" : $"{yield.Waited.TotalSeconds / yield.Spent.Requests:0.0}";
    }
}
