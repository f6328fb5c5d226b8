using System.Globalization;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Hostile;

/// <summary>Measures how soon hostile programs are gone, when it is asked for. Nothing is asserted of it: a machine may be busy.</summary>
[Collection(Processes.InTurn)]
public sealed class HostileTableTests(Arena.BehindAllWalls walled, Arena.WithoutLanguageWall unwalled, ITestOutputHelper output)
    : IClassFixture<Arena.BehindAllWalls>, IClassFixture<Arena.WithoutLanguageWall>
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "hostile-programs.md");

    /// <summary><c>UPDATE_GOLDEN=1</c> writes it into its page.</summary>
    [Fact(Explicit = true)]
    public async Task The_table_of_the_suite()
    {
        var rows = new List<string>();
        foreach (var program in HostileProgram.All.Values)
        {
            rows.Add(await MeasureAsync(program, "on", walled));
            if (program.Unwalled is not null)
            {
                rows.Add(await MeasureAsync(program, "off", unwalled));
            }
        }

        rows.ForEach(output.WriteLine);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            var before = File.ReadLines(Page).TakeWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).ToList();
            File.WriteAllLines(Page, [.. before, "|---|---|---|---|---:|---:|", .. rows]);
        }
    }

    private static async Task<string> MeasureAsync(HostileProgram program, string languageWall, Arena arena)
    {
        var met = await arena.MeetAsync(program.Body);
        var toGone = met.Fate.Wall == "wall clock" ? await arena.OverTimeAsync(program.Body) : met.ToGone;

        return $"| {program.Name} | {languageWall} | {met.Fate.Wall} | {met.Fate.Outcome} | {Milliseconds(met.Verdict)} | {(met.Lost == 0 ? "–" : Milliseconds(toGone))} |";
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
