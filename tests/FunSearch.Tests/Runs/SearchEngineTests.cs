using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.EndToEnd;
using FunSearch.Tests.Evaluation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FunSearch.Tests.Runs;

/// <summary>The library as a program uses it, on a specification of its own.</summary>
[Collection(Processes.InTurn)]
public sealed class SearchEngineTests : IDisposable
{
    private const string Scale = """
        using FunSearch;

        public static class Scale
        {
            [Inputs("train")] public static double[] Train() => [1, 2, 3];
            [Inputs("validation")] public static double[] Validation() => [4, 5];
            [Inputs("test")] public static double[] Test() => [6];
            [Run] public static double Guess(double weight) => Estimate(weight);
            [Score(Minimise = true)] public static double Error(double weight, double guess) => Math.Abs(10 * weight - guess);
            [Verify] public static IEnumerable<string> Faults(double weight, double guess) => guess < 0 ? ["A weight is positive."] : [];
            [Baseline("Nothing")] public static double Nothing(double weight) => 0;
            [Evolve] public static double Estimate(double weight) => weight;
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly SearchEngine _engine;

    public SearchEngineTests()
    {
        _folder.Write("scale/Specification.cs", Scale);
        _engine = new SearchEngine(new SearchEngineOptions { Store = Path.Combine(_folder.Path, "store.db"), Workers = 1 });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SearchRequest Request => new(Path.Combine(_folder.Path, "scale")) { Seed = 7, Budget = new Budget { Samples = 60 } };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_is_enumerated_to_its_end_and_tells_its_best_in_the_users_sign()
    {
        await using var search = await _engine.StartAsync(Request, Cancellation);

        var seen = await search.RunAsync(Cancellation).ToListAsync(Cancellation);
        var result = await search.ResultAsync(Cancellation);

        Assert.Equal(60, seen[^1].Samples);
        Assert.Equal((StopReason.Samples, 7L, "scale-1"), (result.Stop, result.Seed, result.Run));
        Assert.True(result.Best.IsVerified);
        Assert.InRange(result.Best.Train!.Value, 0, 18);
        Assert.NotNull(result.Best.Test);
        Assert.StartsWith("public static double Estimate(double weight)\n{", result.Best.Code, StringComparison.Ordinal);
        Assert.Equal(("Nothing", 20.0, 45.0, 60.0), (result.Rivals[0].Name, result.Rivals[0].Train, result.Rivals[0].Validation, result.Rivals[0].Test));
    }

    [Fact]
    public async Task A_search_that_is_left_early_is_resumed_to_the_same_end()
    {
        await using var whole = await _engine.StartAsync(Request with { Name = "whole" }, Cancellation);
        await whole.RunAsync(Cancellation).LastAsync(Cancellation);
        using var patience = new CancellationTokenSource();
        await using (var begun = await _engine.StartAsync(Request with { Name = "begun", Proposer = Cancelling(patience, afterPrompts: 40) }, Cancellation))
        {
            await begun.RunAsync(patience.Token).CountAsync(Cancellation);
            Assert.Equal(StopReason.Interrupted, (await begun.ResultAsync(Cancellation)).Stop);
        }

        await using var resumed = await _engine.ResumeAsync("begun", proposer: ProposerChoice.Own("impatient", specification => new FunSearch.Proposers.Syntax.SyntaxProposer(specification)), cancellationToken: Cancellation);
        await resumed.RunAsync(Cancellation).LastAsync(Cancellation);

        var (one, other) = (await whole.ResultAsync(Cancellation), await resumed.ResultAsync(Cancellation));
        Assert.Equal(StopReason.Samples, other.Stop);
        Assert.Equal((one.Best.Code, one.Best.Train), (other.Best.Code, other.Best.Train));
        Assert.Equal(one.Progress.Outcomes, other.Progress.Outcomes);
    }

    [Theory]
    [InlineData("june.csv", "('june.csv' was not there)")]
    [InlineData("Specification.cs", "('Specification.cs' has changed)")]
    [InlineData("Scale.slnx", null)]
    public async Task A_run_is_not_resumed_when_a_file_of_its_specification_is_another_and_the_file_is_named(string file, string? told)
    {
        await using (var begun = await _engine.StartAsync(Request with { Name = "begun", Budget = new Budget { Samples = 1 } }, Cancellation))
        {
            await begun.RunAsync(Cancellation).CountAsync(Cancellation);
        }

        _folder.Write($"scale/{file}", $"{Scale} // Changed.");
        var refusal = await Record.ExceptionAsync(async () => await (await _engine.ResumeAsync("begun", cancellationToken: Cancellation)).DisposeAsync());

        Assert.Equal(
            told is null ? null : $"The specification of {Request.Problem} has changed since the run 'begun' began {told}, and old scores say nothing "
                + $"about it. Take the change back, or let a new run begin with its best: funsearch run {Request.Problem} --from begun",
            (refusal as RunException)?.Message);
        Assert.Equal(told is null, refusal is null);
    }

    [Fact]
    public async Task A_proposer_of_the_programs_own_takes_part()
    {
        var own = ProposerChoice.Own("tens", _ => new Tens());

        await using var search = await _engine.StartAsync(Request with { Proposer = own }, Cancellation);
        await search.RunAsync(Cancellation).LastAsync(Cancellation);

        var result = await search.ResultAsync(Cancellation);
        Assert.Equal((0.0, 0.0, 0.0), (result.Best.Train, result.Best.Validation, result.Best.Test));
        var refusal = await Assert.ThrowsAsync<RunException>(() => _engine.ResumeAsync(search.Run, cancellationToken: Cancellation));
        Assert.StartsWith("The proposer of the run 'scale-1' is 'own:tens', and no word makes it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_asked_for_after_the_search()
    {
        await using var search = await _engine.StartAsync(Request, Cancellation);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => search.ResultAsync(Cancellation));

        Assert.Equal("There is no result: the search was not run, or not as far as the score of its first program.", refusal.Message);
    }

    [Fact]
    public async Task A_search_is_enumerated_once()
    {
        await using var search = await _engine.StartAsync(Request with { Budget = new Budget { Samples = 5 } }, Cancellation);
        await search.RunAsync(Cancellation).LastAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await search.RunAsync(Cancellation).LastAsync(Cancellation));

        Assert.Equal("A search is enumerated once. To go on with it, dispose of it and resume the run 'scale-1'.", refusal.Message);
    }

    [Fact]
    public async Task What_ends_the_consumer_is_not_hidden_by_how_the_search_ends()
    {
        await using var search = await _engine.StartAsync(Request with { Budget = new Budget() }, Cancellation);

        var fault = await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            await foreach (var _ in search.RunAsync(Cancellation))
            {
                throw new TimeoutException();
            }
        });

        Assert.Null(fault.InnerException);
        Assert.Equal(StopReason.Interrupted, (await search.ResultAsync(Cancellation)).Stop);
    }

    [Fact]
    public async Task A_clients_failures_are_samples_without_code_until_there_are_too_many()
    {
        using var client = new FailingClient();

        await using var search = await _engine.StartAsync(Request with { Proposer = ProposerChoice.Client(client, "mine") }, Cancellation);
        var fault = await Assert.ThrowsAsync<ProposerException>(async () => await search.RunAsync(Cancellation).CountAsync(Cancellation));

        var result = await search.ResultAsync(Cancellation);
        Assert.Contains("The client of mine failed: Too many requests.", fault.Message, StringComparison.Ordinal);
        Assert.Null(result.Stop);
        Assert.InRange(result.Progress.Outcomes[OutcomeKind.NoCode], 1, 12);
        Assert.False(client.WasGivenOptions);
    }

    [Fact]
    public async Task A_run_goes_on_with_its_own_proposer_only()
    {
        await using (var search = await _engine.StartAsync(Request with { Budget = new Budget { Samples = 5 } }, Cancellation))
        {
            await search.RunAsync(Cancellation).LastAsync(Cancellation);
        }

        var refusal = await Assert.ThrowsAsync<RunException>(
            () => _engine.ResumeAsync("scale-1", proposer: ProposerChoice.Own("tens", _ => new Tens()), cancellationToken: Cancellation));

        Assert.Equal("The proposer of the run 'scale-1' is 'embedded', and it does not go on with 'own:tens'.", refusal.Message);
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_told_before_a_process_starts()
    {
        var request = Request with
        {
            Name = "no name",
            Islands = new() { Islands = 0 },
            Data = new UserData(new Dictionary<Split, string> { [Split.Train] = "nowhere.csv" }, [50, 50]),
        };

        var refusal = await Assert.ThrowsAsync<RunException>(() => _engine.StartAsync(request, Cancellation));

        Assert.Equal(4, refusal.Message.Split('\n').Length);
        Assert.Contains("Name is 'no name'. It must be 1 to 100 letters", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Islands is 0. It must be at least 1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("There is no data file 'nowhere.csv'.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("three percentages that sum to 100", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_score_is_refused_before_the_run_is_stored()
    {
        var file = _folder.Write("old.cs", "double Estimate(double weight) => 0 / (weight - weight);");

        var refusal = await Assert.ThrowsAsync<RunException>(() => _engine.StartAsync(Request with { From = file }, Cancellation));

        Assert.StartsWith("No search can start from old.cs: it does not score on every training input. ", refusal.Message, StringComparison.Ordinal);
        var next = await _engine.StartAsync(Request with { Budget = new Budget { Samples = 1 } }, Cancellation);
        await using (next)
        {
            Assert.Equal("scale-1", next.Run);
        }
    }

    [Fact]
    public async Task A_host_registers_the_engine_in_one_line()
    {
        await using var host = new ServiceCollection().AddFunSearch(options => options.Store = Path.Combine(_folder.Path, "host.db")).BuildServiceProvider();

        await using var search = await host.GetRequiredService<SearchEngine>().StartAsync(Request, Cancellation);

        Assert.True(File.Exists(Path.Combine(_folder.Path, "host.db")));
        Assert.Same(host.GetRequiredService<SearchEngine>(), host.GetRequiredService<SearchEngine>());
    }

    [Fact]
    public async Task A_search_begins_with_the_best_of_an_earlier_run_and_is_held_against_it()
    {
        await using (var lastMonth = await _engine.StartAsync(Request with { Name = "last-month", Proposer = ProposerChoice.Own("tens", _ => new Tens()) }, Cancellation))
        {
            await lastMonth.RunAsync(Cancellation).LastAsync(Cancellation);
        }

        await using var search = await _engine.StartAsync(Request with { From = "last-month" }, Cancellation);
        await search.RunAsync(Cancellation).LastAsync(Cancellation);

        var result = await search.ResultAsync(Cancellation);
        Assert.Equal("best (first program)", result.Best.Name);
        Assert.Equal(("from last-month (sample 1)", 0.0), (result.Rivals[0].Name, result.Rivals[0].Test));
        Assert.Contains("return 10 * weight;", result.Rivals[0].Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double Estimate(double weight, int pieces) => weight;",
        "'old.cs' holds double Estimate(double weight, int pieces), and this specification evolves public static double Estimate(double weight). The types must be the same, in the same order: change the one or the other.")]
    [InlineData("int Estimate(int weight) => weight;",
        "'old.cs' holds int Estimate(int weight), and this specification evolves public static double Estimate(double weight). The types must be the same, in the same order: change the one or the other.")]
    [InlineData("int Pieces(int[] weights) { return weights.Length; }",
        "'old.cs' holds int Pieces(int[] weights), and this specification evolves public static double Estimate(double weight). The types must be the same, in the same order: change the one or the other.")]
    [InlineData("public sealed class Old(double capacity) { }",
        "'old.cs' holds nothing to start from. It must hold public static double Estimate(double weight), or its body.")]
    [InlineData("class Old { }",
        "'old.cs' holds nothing to start from. It must hold public static double Estimate(double weight), or its body.")]
    public async Task A_program_that_does_not_fit_is_refused_with_both_signatures(string program, string sentence)
    {
        var file = _folder.Write("old.cs", program);

        var refusal = await Assert.ThrowsAsync<RunException>(() => _engine.StartAsync(Request with { From = file }, Cancellation));

        Assert.Equal(sentence.Replace("'old.cs'", $"'{file}'", StringComparison.Ordinal), refusal.Message);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "store.db")));
    }

    [Theory]
    [InlineData("public static System.Double Estimate(Double grams = 1) => 9 * grams;")]
    [InlineData("static class Old { static double Half(double a) { return a / 2; } public static double Estimate(double weight) => 9 * weight; }")]
    [InlineData("{ double Nine(double a) { return 9 * a; } return Nine(weight); }")]
    [InlineData("return 9 * weight;")]
    public async Task A_program_is_read_however_it_is_written(string program)
    {
        var file = _folder.Write("old.cs", program);

        await using var search = await _engine.StartAsync(Request with { From = file, Budget = new Budget { Samples = 1 } }, Cancellation);
        await search.RunAsync(Cancellation).LastAsync(Cancellation);

        var result = await search.ResultAsync(Cancellation);
        Assert.Equal(("from old.cs", 2.0, 6.0), (result.Rivals[0].Name, result.Rivals[0].Train, result.Rivals[0].Test));
    }

    [Fact]
    public async Task A_start_that_is_neither_a_file_nor_a_run_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RunException>(() => _engine.StartAsync(Request with { From = "last-month" }, Cancellation));

        Assert.StartsWith("There is no file 'last-month', and no run of that name in ", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Interrupts the search while it is under way.</summary>
    private static ProposerChoice Cancelling(CancellationTokenSource patience, int afterPrompts) =>
        ProposerChoice.Own("impatient", specification => new Impatient(new FunSearch.Proposers.Syntax.SyntaxProposer(specification), patience, afterPrompts));

    private sealed class Impatient(IProposer proposer, CancellationTokenSource patience, int afterPrompts) : IProposer
    {
        public string Name => "impatient";

        public bool IsDeterministic => true;

        public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            if (prompt.Number > afterPrompts)
            {
                patience.Cancel();
            }

            return proposer.ProposeAsync(prompt, cancellationToken);
        }

        public void Report(Proposal proposal, Outcome outcome, bool isProgress) => proposer.Report(proposal, outcome, isProgress);
    }

    private sealed class Tens : IProposer
    {
        public string Name => "tens";

        public bool IsDeterministic => true;

        public IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken) =>
            new[] { new Proposal(new Body("{ return 10 * weight; }"), Name) }.ToAsyncEnumerable();

        public void Report(Proposal proposal, Outcome outcome, bool isProgress)
        {
            // It knows the answer.
        }
    }

    private sealed class FailingClient : IChatClient
    {
        public bool WasGivenOptions { get; private set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            WasGivenOptions |= options is not null;
            throw new HttpRequestException("Too many requests.");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
