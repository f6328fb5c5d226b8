using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The embedded proposer finds something worth having. Seeded, so it finds the same every time.</summary>
[Collection(Processes.InTurn)]
[Trait("Category", "Long")]
public sealed class ReachTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Best_Fit_is_left_behind_on_test_data_in_3_000_samples_for_at_least_4_of_5_seeds()
    {
        var excesses = new List<double>();
        for (var seed = 1; seed <= 5; seed++)
        {
            using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", "3000", "--seed", $"{seed}", "--json");
            Assert.True(run.ExitCode == 0, run.Errors);
            using var json = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]);
            excesses.Add(json.RootElement.GetProperty("best").GetProperty("figures").GetProperty("excess_percent").GetProperty("OR3").GetDouble());
        }

        Assert.True(excesses.Count(excess => excess < 4.5) >= 4, $"Excess on OR3, % (Best Fit 5.37): {string.Join(", ", excesses)}");
    }
}
