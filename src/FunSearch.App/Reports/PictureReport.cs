using FunSearch.App.Views;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>show --picture</c> tells.</summary>
/// <param name="File">As it was typed.</param>
/// <param name="Input">The name of the input whose solution was drawn.</param>
/// <param name="Score">Of this input, in the user's sign.</param>
internal sealed record PictureReport(TakenProgram Choice, string File, Split Split, string Input, double Score, bool IsVerified)
{
    public PictureJson Json() => new(Choice.Configuration.Name, Choice.Id, File, Words.Of(Split), Input, Score, IsVerified);

    public IRenderable Render() => new Text(
        $"Wrote {File}: the solution that {Choice.Name} of {Choice.Configuration.Name} finds for '{Input}' ({Words.Of(Split)}). "
        + $"Its score is {Score}, {(IsVerified ? "" : "not ")}verified.");
}

/// <summary>What <c>show --picture</c> tells a script.</summary>
/// <param name="Id">The sample.</param>
internal sealed record PictureJson(string Run, long Id, string File, string Split, string Input, double Score, bool Verified);
