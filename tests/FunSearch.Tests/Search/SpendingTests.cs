using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.Tests.Search;

/// <summary>A search that pays for its proposals: what is under way counts, and what has been said is never lost.</summary>
public sealed class SpendingTests
{
    private static readonly Spending Most = new(Requests: 1, Tokens: 100, Cost: 0.10m);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StopReason.Tokens)]
    [InlineData(StopReason.Requests)]
    [InlineData(StopReason.Cost)]
    public async Task No_request_is_made_that_could_break_the_budget_with_all_that_are_under_way(StopReason limit)
    {
        var budget = limit switch
        {
            StopReason.Tokens => new Budget { Tokens = 450 },
            StopReason.Requests => new Budget { Requests = 7 },
            _ => new Budget { Cost = 0.45m },
        };
        var model = new Model();
        var loop = Loop(model, new LoopFixture.Memory([]));

        var stop = await loop.RunAsync(budget, Cancelled);

        Assert.Equal(limit, stop);
        Assert.Equal(limit == StopReason.Requests ? 7 : 6, loop.Progress!.Spent.Requests);
        Assert.InRange(model.MostAtOnce, 1, limit == StopReason.Requests ? 7 : 4);
        Assert.True(loop.Progress.Spent.Tokens <= (budget.Tokens ?? long.MaxValue));
        Assert.True(loop.Progress.Spent.Cost <= (budget.Cost ?? decimal.MaxValue));
    }

    [Fact]
    public async Task At_the_end_of_its_time_an_answer_that_is_being_written_is_taken_as_it_is()
    {
        var journal = new LoopFixture.Memory([]);
        var loop = Loop(new Model { Hangs = true }, journal);

        var stop = await loop.RunAsync(new Budget { Time = TimeSpan.FromMilliseconds(50) }, Cancelled);

        Assert.Equal(StopReason.Time, stop);
        Assert.Equal(LoopFixture.Options().Window, loop.Progress!.Spent.Requests);
        Assert.Equal(LoopFixture.Options().Window, journal.Entries.OfType<JournalEntry.Settled>().Count(settled => settled.Outcome.Kind == OutcomeKind.NoCode));
    }

    [Fact]
    public async Task At_the_end_of_its_time_nobody_is_waited_for_who_has_not_begun_to_answer()
    {
        var loop = Loop(new Model { Hangs = true, SaysNothing = true }, new LoopFixture.Memory([]));

        var stop = await loop.RunAsync(new Budget { Time = TimeSpan.FromMilliseconds(50) }, Cancelled);

        Assert.Equal(StopReason.Time, stop);
        Assert.Equal(0, loop.Progress!.Samples);
    }

    [Fact]
    public async Task What_a_model_was_saying_when_the_search_was_interrupted_is_written_down_and_settled_when_it_goes_on()
    {
        var journal = new LoopFixture.Memory([]);
        using var user = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var loop = Loop(new Model { Hangs = true, Asked = user.Cancel }, journal);

        var stop = await loop.RunAsync(new Budget { Samples = 20 }, user.Token);
        var spent = loop.Progress!.Spent.Requests;
        var resumed = Loop(new Model(), new LoopFixture.Memory(journal.Entries));
        await resumed.RunAsync(new Budget { Samples = spent }, Cancelled);

        Assert.Equal(StopReason.Interrupted, stop);
        Assert.InRange(spent, 1, LoopFixture.Options().Window);
        Assert.Equal(spent, journal.Entries.OfType<JournalEntry.Proposed>().Count(proposed => proposed.Id > 0));
        Assert.Equal((spent, spent), (resumed.Progress!.Samples, resumed.Progress.Spent.Requests));
    }

    [Fact]
    public async Task The_yield_of_each_author_is_told()
    {
        var loop = Loop(new Model(), new LoopFixture.Memory([]));

        await loop.RunAsync(new Budget { Samples = 12 }, Cancelled);

        var (author, yield) = Assert.Single(loop.Progress!.Yields);
        Assert.Equal("model", author);
        Assert.Equal(new Spending(12, 12 * Model.Tokens, 12 * Model.Cost), yield.Spent);
        Assert.Equal(12, yield.Samples);
        Assert.Equal(loop.Progress.Outcomes[OutcomeKind.Scored], yield.Scored);
        Assert.InRange(yield.Progress, 1, yield.Scored);
        Assert.Equal(TimeSpan.FromSeconds(24), yield.Waited);
    }

    private static SearchLoop Loop(IProposer proposer, IJournal journal) =>
        new(LoopFixture.Specification, LoopFixture.Options(), proposer, tuner: null, new LoopFixture.Scorer(), journal, TimeProvider.System);

    /// <summary>Answers with its best parent and a little more, for 60 tokens of 100 that it may take.</summary>
    private sealed class Model : IProposer
    {
        public const long Tokens = 60;

        public const decimal Cost = 0.06m;

        private int _atOnce;

        public string Name => "model";

        public bool IsDeterministic => false;

        public Spending MostPerProposal => Most;

        public int MostAtOnce { get; private set; }

        /// <summary>It writes on until it is told to stop.</summary>
        public bool Hangs { get; init; }

        /// <summary>And then it has not begun.</summary>
        public bool SaysNothing { get; init; }

        public Action Asked { get; init; } = () => { };

        public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            Asked();
            if (Hangs)
            {
                var end = Task.Delay(Timeout.Infinite, cancellationToken);
                await (SaysNothing ? end : Task.WhenAny(end));
                yield return new Proposal(null, Name) { Exchange = Exchange };
                yield break;
            }

            await Task.Yield();
            Interlocked.Decrement(ref _atOnce);
            yield return new Proposal(new Body($"{{ return {LoopFixture.ValueOf(prompt.Parents[^1].Body) + prompt.Number}; }}"), Name) { Exchange = Exchange };
        }

        public void Report(Proposal proposal, Outcome outcome, bool isProgress)
        {
            // It learns nothing.
        }

        private static Exchange Exchange => new("model", "prompt", "answer", 40, 20) { Cost = Cost, Elapsed = TimeSpan.FromSeconds(2) };
    }
}
