using FunSearch.App.Views;
using FunSearch.Specifications;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>A program's line of descent: how the first program became it, step by step.</summary>
/// <param name="Steps">From the first program to the program itself.</param>
/// <param name="InFull">True when every step is told, however long the line is.</param>
internal sealed record LineageReport(IReadOnlyList<LineageStep> Steps, Measures Measures, bool InFull)
{
    // So many lines can be taken in at a glance.
    private const int ShortLine = 12;

    /// <summary>All of it, whether it is long or not.</summary>
    public IReadOnlyList<LineageStepJson> Json() =>
        [.. Steps.Select((step, place) => new LineageStepJson(step.Id, step.Origin, ScoreOf(step), place == 0 ? null : Gain(place - 1, place)))];

    public IRenderable Render()
    {
        var shown = Shown();
        var rows = new List<IRenderable>
        {
            new Text(Heading(shown.Count)),
            GridView.Draw(
                ["sample", "made by", "train", "gained"],
                new HashSet<int> { 0, 2, 3 },
                shown.Select((place, row) => (Cells(place, row == 0 ? null : Gain(shown[row - 1], place)), Style.Plain))),
        };
        if (Steps.Skip(1).Any(step => !step.IsEdit))
        {
            rows.Add(new Text("A language model reads all parents: there the line goes on with the best of them."));
        }

        return new Rows(rows);
    }

    private string Heading(int shown)
    {
        if (Steps[0].Id != 0)
        {
            return "No line of descent: it was not made from any other program";
        }

        var omitted = Steps.Count - shown;
        var steps = $"Line of descent: {Words.Count(Steps.Count - 1, "step")} from the first program";
        return omitted == 0 ? steps : $"{steps}; {omitted:N0} of them, no better than what came before, are left out (--lineage shows them)";
    }

    /// <summary>The places of the steps that are told: of a long line the ends, and every step that was better than all before it.</summary>
    private List<int> Shown()
    {
        var places = new List<int>();
        var best = double.NegativeInfinity;
        for (var place = 0; place < Steps.Count; place++)
        {
            var improves = Steps[place].Score > best;
            best = improves ? Steps[place].Score!.Value : best;
            if (improves || InFull || Steps.Count <= ShortLine || place == Steps.Count - 1)
            {
                places.Add(place);
            }
        }

        return places;
    }

    /// <param name="gained">Over the row above, so that the gains add up to what the whole line gained.</param>
    private IEnumerable<string> Cells(int place, double? gained) =>
    [
        $"{Steps[place].Id}",
        Steps[place].Origin,
        ScoreOf(Steps[place]) is { } score ? $"{score:G6}" : "–",
        gained is { } gain ? $"{gain:+0.####;-0.####;0}" : "",
    ];

    private double? ScoreOf(LineageStep step) => step.Score is { } score ? Measures.InUsersSign(score) : null;

    private double? Gain(int from, int to) => Steps[to].Score - Steps[from].Score;
}

/// <param name="Origin">The operator or the model that made it.</param>
/// <param name="Score">Mean on train, in the user's sign; null when it did not score.</param>
/// <param name="Gained">By how much it is better than the step before; negative when it is worse, null for the first.</param>
internal sealed record LineageStepJson(long Id, string Origin, double? Score, double? Gained);
