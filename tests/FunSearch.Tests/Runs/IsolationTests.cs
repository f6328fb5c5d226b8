using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Runs;
using FunSearch.Tests.EndToEnd;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Runs;

/// <summary>Whose programs run on a machine that cannot build the process wall.</summary>
public sealed class IsolationTests : IDisposable
{
    private const string Scale = """
        using FunSearch;

        public static class Scale
        {
            [Inputs("train")] public static double[] Train() => [1, 2, 3];
            [Run] public static double Guess(double weight) => Estimate(weight);
            [Evolve] public static double Estimate(double weight) => weight;
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public IsolationTests()
    {
        _folder.Write("scale/Specification.cs", Scale);
        _folder.Write("last.cs", "public static double Estimate(double weight) => 2 * weight;");
    }

    private SearchRequest Request => new(Path.Combine(_folder.Path, "scale")) { Budget = new Budget { Samples = 1 } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("embedded")]
    [InlineData("best-of-n")]
    [InlineData("random")]
    public async Task The_built_in_proposers_run_and_the_run_says_what_is_missing(string proposer)
    {
        await using var plan = await Engine(allow: false).PlanAsync(Request with { Proposer = ProposerChoice.Parse(proposer) }, TestContext.Current.CancellationToken);

        Assert.StartsWith("walls: language wall on, process wall off (no Landlock, no seccomp), ", plan.Configuration.Walls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_models_are_refused()
    {
        var refusal = await RefusalAsync(Request with { Proposer = ProposerChoice.Endpoint("http://127.0.0.1:1/v1#small") });

        Assert.StartsWith(
            "The programs of the proposer 'http://127.0.0.1:1/v1#small' must run behind the process wall, which is off (no Landlock, no seccomp) here. seccomp is missing: ",
            refusal,
            StringComparison.Ordinal);
        Assert.Contains("give --allow-unsandboxed;", refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "store.db")));
    }

    [Fact]
    public async Task Recorded_ones_are_refused() =>
        Assert.StartsWith("The programs of the proposer 'recorded:", await RefusalAsync(Request with { Proposer = ProposerChoice.Recorded("answers.jsonl") }), StringComparison.Ordinal);

    [Fact]
    public async Task A_program_from_a_file_is_refused() => Assert.StartsWith(
        "A program from last.cs must run behind the process wall, ", await RefusalAsync(Request with { From = Path.Combine(_folder.Path, "last.cs") }), StringComparison.Ordinal);

    [Fact]
    public async Task All_of_them_run_where_the_user_says_so()
    {
        var request = Request with { Proposer = ProposerChoice.Recorded("answers.jsonl"), From = Path.Combine(_folder.Path, "last.cs") };

        await using var plan = await Engine(allow: true).PlanAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("last.cs", plan.Configuration.From!.Source);
    }

    [Fact]
    public void Landlock_alone_is_not_enough_and_seccomp_alone_is()
    {
        Assert.False(new ProcessWall(Landlock: true, Seccomp: false).Holds);
        Assert.True(new ProcessWall(Landlock: false, Seccomp: true).Holds);
    }

    private async Task<string> RefusalAsync(SearchRequest request) =>
        (await Assert.ThrowsAsync<RunException>(() => Engine(allow: false).PlanAsync(request, TestContext.Current.CancellationToken))).Message;

    private SearchEngine Engine(bool allow) => new(new SearchEngineOptions
    {
        Store = Path.Combine(_folder.Path, "store.db"),
        AllowUnsandboxed = allow,
        Walls = new Walls(Language: true, ProcessWall.None),
    });
}
