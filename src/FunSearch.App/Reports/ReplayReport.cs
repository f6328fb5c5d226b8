using FunSearch.App.Views;
using FunSearch.Replaying;
using FunSearch.Runs;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>replay</c> tells.</summary>
internal sealed record ReplayReport(RunConfiguration Configuration, ReplayResult Result, TimeSpan Elapsed)
{
    public ReplayJson Json() => new(
        Configuration.Name, Result.Difference is null, Result.Samples, Result.RecordedAsIs, Result.Difference, Elapsed.TotalSeconds);

    public IRenderable Render() => new Rows(Lines().Select(line => new Text(line)));

    private IEnumerable<string> Lines()
    {
        if (Result.Difference is { } difference)
        {
            yield return $"The run '{Configuration.Name}' does not come out the same. Its first difference, after {Words.Count(Result.Samples, "sample")} that did:";
            yield return difference;
        }
        else
        {
            yield return $"The run '{Configuration.Name}' comes out the same: {Words.Count(Result.Samples, "sample")}{Outcomes()}, "
                + $"{Words.Count(Result.Registrations, "registration")}, {Words.Count(Result.Resets, "reset")}, {Champion()}.";
        }

        if (Result.RecordedAsIs > 0)
        {
            yield return $"{Words.Count(Result.RecordedAsIs, "outcome")} taken as recorded: struck by a limit of time or memory, or lost with a process, "
                + "in the run or in this replay, they hang on the machine.";
        }

        if (Configuration.Version != ProductVersion.Current)
        {
            yield return $"It was made by {Named(Configuration.Version)}; this is {Named(ProductVersion.Current)}.";
        }
    }

    private string Outcomes() => Result.Samples == 0 ? "" : $" ({ProgressText.Outcomes(Result.Outcomes, Result.Samples)})";

    private string Champion() => Result.Champion switch
    {
        null => "no champion",
        0 => "the first program is champion",
        { } id => $"sample {id:N0} is champion",
    };

    private static string Named(string version) => $"version {ProductVersion.Number(version)}, build {ProductVersion.Build(version)}";
}

/// <summary>What <c>replay</c> tells a script.</summary>
/// <param name="Samples">Settled samples that came out as recorded.</param>
/// <param name="RecordedAsIs">Outcomes that hang on the machine, and were not derived again.</param>
/// <param name="Difference">The first one; null when there is none.</param>
internal sealed record ReplayJson(string Run, bool Same, long Samples, long RecordedAsIs, string? Difference, double Seconds);
