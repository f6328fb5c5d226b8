using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using Microsoft.Extensions.Time.Testing;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class TurnsTests
{
    private static readonly RequestException Weakness = new(RequestFailure.Passing, "It is busy.");

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_model_has_its_own_number_of_requests_and_a_prompt_waits_for_the_one_that_it_fell_to()
    {
        var (a, b) = (Model("a", atOnce: 1), Model("b", atOnce: 2));
        var turns = Turns([a, b]);

        Assert.Same(a, await turns.TakeAsync(0.1, Cancelled));
        var waiting = turns.TakeAsync(0.2, Cancelled);
        Assert.False(waiting.IsCompleted);
        Assert.False(turns.HasRoom);
        Assert.Same(b, await turns.TakeAsync(0.9, Cancelled));
        turns.End(a);

        Assert.Same(a, await waiting);
        Assert.True(turns.HasRoom);
    }

    [Fact]
    public async Task In_a_mix_the_embedded_proposer_takes_what_would_have_to_wait_up_to_its_own_number()
    {
        var model = Model("a", atOnce: 1);
        var turns = Turns([model], embeddedAtOnce: 2);

        Assert.Same(model, await turns.TakeAsync(0.5, Cancelled));
        Assert.Null(await turns.TakeAsync(0.5, Cancelled));
        Assert.Null(await turns.TakeAsync(0.5, Cancelled));
        Assert.False(turns.HasRoom);
        turns.End(member: null);

        Assert.True(turns.HasRoom);
        Assert.Null(await turns.TakeAsync(0.5, Cancelled));
    }

    [Fact]
    public async Task One_model_that_is_down_does_not_stop_the_others()
    {
        var (a, b) = (Model("a"), Model("b"));
        var turns = Turns([a, b]);
        turns.Answered(b, failure: null, isFree: false);

        turns.Answered(a, new RequestException(RequestFailure.Final, "The key is refused."), isFree: true);

        Assert.Same(b, await turns.TakeAsync(0.01, Cancelled));
        Assert.Null(turns.Pause);
    }

    [Fact]
    public async Task When_all_are_down_the_search_pauses_says_so_and_goes_on_with_one_request_when_one_has_rested()
    {
        var a = Model("a", atOnce: 4);
        var turns = Turns([a]);
        turns.Answered(a, failure: null, isFree: false);
        turns.Answered(a, Weakness, isFree: true);
        turns.Answered(a, Weakness, isFree: true);

        Assert.Equal("Paused: 2 requests in a row failed, the last one: It is busy. Tried again in 30 s.", turns.Pause);
        var next = turns.TakeAsync(0.5, Cancelled);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Same(a, await next);
        Assert.Null(turns.Pause);
        Assert.False(turns.HasRoom);
        turns.Answered(a, failure: null, isFree: false);
        Assert.True(turns.HasRoom);
    }

    [Fact]
    public void An_answer_that_was_still_under_way_ends_a_rest()
    {
        var a = Model("a");
        var turns = Turns([a]);
        turns.Answered(a, failure: null, isFree: false);
        turns.Answered(a, Weakness, isFree: true);
        turns.Answered(a, Weakness, isFree: true);

        turns.Answered(a, failure: null, isFree: false);

        Assert.Null(turns.Pause);
        Assert.True(turns.HasRoom);
    }

    [Fact]
    public void A_rest_doubles_each_time_that_it_did_not_help()
    {
        var a = Model("a");
        var turns = Turns([a]);
        turns.Answered(a, failure: null, isFree: false);
        turns.Answered(a, Weakness, isFree: true);
        var rests = new List<TimeSpan>();

        for (var trial = 0; trial < 7; trial++)
        {
            turns.Answered(a, Weakness, isFree: true);
            rests.Add(a.Health.Rest);
            _time.Advance(a.Health.Rest);
        }

        Assert.Equal([30, 60, 120, 240, 480, 600, 600], rests.Select(rest => rest.TotalSeconds));
    }

    [Fact]
    public void The_embedded_proposer_goes_on_alone_and_says_why()
    {
        var a = Model("a");
        var turns = Turns([a], embeddedAtOnce: 1);
        turns.Answered(a, failure: null, isFree: false);
        turns.Answered(a, Weakness, isFree: true);
        turns.Answered(a, Weakness, isFree: true);

        Assert.True(turns.HasRoom);
        Assert.StartsWith("The embedded proposer goes on alone: 2 requests in a row failed", turns.Pause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_that_have_never_answered_end_the_search_with_all_their_reasons()
    {
        var (a, b) = (Model("a"), Model("b"));
        var turns = Turns([a, b]);
        turns.Answered(a, new RequestException(RequestFailure.Final, "The key is refused."), isFree: true);

        var atOnce = Assert.Throws<ProposerException>(() => turns.Answered(b, new RequestException(RequestFailure.Unreachable, "Nobody is there."), isFree: true));
        var later = await Assert.ThrowsAsync<ProposerException>(() => turns.TakeAsync(0.5, Cancelled));

        Assert.Equal("a: The key is refused.\nb: Nobody is there.", atOnce.Message);
        Assert.Equal(atOnce.Message, later.Message);
    }

    [Fact]
    public async Task Weights_share_the_prompts_where_the_configuration_says_so()
    {
        var (a, b) = (Model("a", weight: 3), Model("b", weight: 1));
        var turns = Turns([a, b], choose: ModelChoice.Weights);

        var taken = new List<string>();
        for (var chance = 0.005; chance < 1; chance += 0.01)
        {
            var member = await turns.TakeAsync(chance, Cancelled);
            taken.Add(member!.Name);
            turns.End(member);
        }

        Assert.Equal((75, 25), (taken.Count(name => name == "a"), taken.Count(name => name == "b")));
    }

    private Member Model(string name, int atOnce = 100, double weight = 1) => new(
        name,
        new ModelSettings { Address = name, RequestsAtOnce = atOnce, Weight = weight, FailuresInARow = 2 },
        new ModelConnection(null!, name),
        new PriceQuote(Price: null, PriceOrigin.Unknown),
        _time);

    private Turns Turns(IReadOnlyList<Member> members, ModelChoice choose = ModelChoice.Yield, int embeddedAtOnce = 0) =>
        new(members, choose, embeddedAtOnce, _time);
}
