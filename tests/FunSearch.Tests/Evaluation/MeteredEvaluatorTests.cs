using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Extensions.Time.Testing;

namespace FunSearch.Tests.Evaluation;

public sealed class MeteredEvaluatorTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Waiting _waiting = new();
    private readonly MeteredEvaluator _meter;

    public MeteredEvaluatorTests() => _meter = new MeteredEvaluator(_waiting, workers: 2, _time);

    public async ValueTask DisposeAsync()
    {
        await _meter.DisposeAsync();
        await _waiting.DisposeAsync();
    }

    [Fact]
    public void Before_the_search_nothing_is_idle()
    {
        Pass(5);

        Assert.Null(_meter.Idle);
    }

    [Fact]
    public async Task Idle_is_the_share_of_all_workers_time_in_which_they_have_no_candidate()
    {
        _meter.Begin();
        Pass(6);
        var first = Evaluate();
        Pass(2);
        var second = Evaluate();
        Pass(1);
        await _waiting.AnswerAsync(first, second);
        Pass(1);

        // Of 20 seconds, 2 workers in 10, 2 were one candidate's alone and 2 were both's.
        Assert.Equal(0.8, _meter.Idle!.Value, 9);
    }

    [Fact]
    public void Candidates_that_wait_for_a_worker_make_nobody_busier()
    {
        _meter.Begin();
        for (var candidate = 0; candidate < 5; candidate++)
        {
            _ = Evaluate();
        }

        Pass(3);

        Assert.Equal(0, _meter.Idle!.Value, 9);
    }

    [Fact]
    public async Task Neither_what_was_before_the_search_nor_what_comes_after_it_counts()
    {
        var before = Evaluate();
        Pass(10);
        await _waiting.AnswerAsync(before);
        _meter.Begin();
        _ = Evaluate();
        Pass(4);
        _meter.End();
        Pass(100);

        Assert.Equal(0.5, _meter.Idle!.Value, 9);
    }

    [Fact]
    public async Task A_worker_that_examines_a_new_best_or_whose_candidate_is_given_up_is_counted_likewise()
    {
        _meter.Begin();
        var examined = _meter.ExamineAsync(new Subject.Baseline("First Fit"), Split.Train, TestContext.Current.CancellationToken);
        Pass(1);
        _waiting.GiveUp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => examined);
        Pass(1);

        Assert.Equal(0.75, _meter.Idle!.Value, 9);
    }

    private Task<Outcome> Evaluate() => _meter.EvaluateAsync(new Body("{ return 1; }"), Rivals.None, TestContext.Current.CancellationToken);

    private void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Has no answer until it is told to.</summary>
    private sealed class Waiting : IEvaluator
    {
        private TaskCompletionSource<Outcome> _outcome = new();

        public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; } = new Dictionary<Split, IReadOnlyList<string>>();

        public Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken) => _outcome.Task;

        public async Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken) =>
            new(await _outcome.Task, [], new Dictionary<string, IReadOnlyDictionary<string, double>>(), IsVerified: false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public async Task AnswerAsync(params Task<Outcome>[] waiting)
        {
            _outcome.SetResult(new Outcome.Scored(new Signature([1])));
            _outcome = new TaskCompletionSource<Outcome>();
            await Task.WhenAll(waiting);
        }

        public void GiveUp() => _outcome.SetCanceled(TestContext.Current.CancellationToken);
    }
}
