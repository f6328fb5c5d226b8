using FunSearch.App.Reports;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>A picture that is to be drawn.</summary>
/// <param name="Input">The name of the input whose solution is drawn; null for the first training input.</param>
internal sealed record PictureRequest(NewFile File, string? Input)
{
    /// <summary>Inputs that a sentence names when the right one is not among them.</summary>
    private const int InputsTold = 5;

    /// <summary>Runs the program again behind the same walls, and has its solution drawn by a process that never ran a candidate.</summary>
    /// <exception cref="CommandException">There is no such input, nothing to draw, or no room for the file.</exception>
    public async Task<PictureReport> WriteAsync(TakenProgram choice, CancellationToken cancellationToken)
    {
        File.Check();
        var source = await ExportSource.FindAsync(choice.Configuration, cancellationToken);
        source.RequirePicture();
        source.RefuseHome(choice.Configuration, File.Path);
        await using var evaluator = await Composition.StartSolverAsync(
            source.Specification!, choice.Configuration.Data, choice.Configuration.Limits, workers: 1, cancellationToken);
        var (split, input) = Find(evaluator.Inputs);
        var (examination, solutions) = await evaluator.SolveAsync(new Subject.Candidate(choice.Body), split, cancellationToken);
        var scores = ScoresOf(examination, split, choice);
        var drawing = await evaluator.DrawAsync(split, input, solutions[input], cancellationToken);
        await File.WriteAsync(drawing.Svg ?? throw new CommandException($"There is no picture. {drawing.Refusal!.Detail}"), cancellationToken);
        return new PictureReport(
            choice, File.Path, split, examination.Inputs[input], choice.Configuration.Measures.InUsersSign(scores.Scores[input]), examination.IsVerified);
    }

    private static Signature ScoresOf(Examination examination, Split split, TakenProgram choice)
    {
        if (split == Split.Train)
        {
            ExportSource.RefuseDifference(choice, examination);
        }

        return examination.Outcome is Outcome.Scored scored ? scored.Signature : throw new CommandException(
            $"The {choice.Name} has no solution for {Words.Of(split)} that could be drawn: {((Outcome.Failed)examination.Outcome).Detail}");
    }

    /// <summary>The first input of the name, train before validation before test.</summary>
    private (Split Split, int Input) Find(IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs)
    {
        if (Input is null)
        {
            return (Split.Train, 0);
        }

        var all = inputs.OrderBy(split => split.Key).SelectMany(split => split.Value.Select((name, index) => (split.Key, Index: index, Name: name))).ToList();
        return all.Where(each => each.Name == Input).Select(each => ((Split, int)?)(each.Key, each.Index)).FirstOrDefault()
            ?? throw new CommandException($"There is no input '{Input}'. {Told([.. all.Select(each => each.Name)])}");
    }

    private string Told(IReadOnlyList<string> names) =>
        (Nearest.To(Input!, names) is { } nearest ? $"Did you mean '{nearest}'? " : "")
        + $"There are {string.Join(", ", names.Take(InputsTold).Select(name => $"'{name}'"))}"
        + (names.Count > InputsTold ? $" and {names.Count - InputsTold:N0} more; `evaluate --json` lists them." : ".");
}
