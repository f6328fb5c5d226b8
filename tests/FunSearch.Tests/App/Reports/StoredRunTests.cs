using FunSearch.App.Reports;
using FunSearch.Programs;
using FunSearch.Storage;

namespace FunSearch.Tests.App.Reports;

public sealed class StoredRunTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(20, true)]
    public void A_run_with_a_long_best_program_says_how_to_see_a_shorter_one(int terms, bool isTold)
    {
        var body = new Body($"{{ return {string.Join(" + ", Enumerable.Repeat("2 * item", terms))} - room; }}");
        var best = Samples.Champion with { Program = Samples.Champion.Program with { Body = body } };
        var summary = new RunSummary(
            Samples.Configuration, RunState.Finished, DateTimeOffset.UnixEpoch, Samples.Progress.Elapsed, Samples.Progress.Samples, Samples.Progress.Outcomes, best,
            Samples.Progress.Spent, Bytes: 4096);

        var text = Samples.Text(new StoredRun(summary, Start: null, Lineage: null, "/home/me/store.db", TimeZoneInfo.Utc).Render(120), 120);

        Assert.Equal(isTold, text.Contains("The same scores with less code: funsearch show monday --store /home/me/store.db --simplified", StringComparison.Ordinal));
    }
}
