using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Runs.Telemetry;
using FunSearch.Search;
using static FunSearch.Tests.Search.LoopFixture;

namespace FunSearch.Tests.Runs.Telemetry;

public sealed class SearchTelemetryTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "observability.md"));

    [Fact]
    public async Task Every_sample_is_counted_by_what_became_of_it()
    {
        using var heard = new Recording("funsearch.run", "counted");

        var (progress, _) = await SearchAsync("counted", [], samples: 80);

        var counted = heard.Readings.Where(reading => reading.Instrument == "funsearch.samples")
            .GroupBy(reading => (string)reading.Tags["funsearch.outcome"]!).ToDictionary(group => group.Key, group => group.Sum(reading => (long)reading.Value));
        Assert.Equal(80, counted.Values.Sum());
        Assert.Equal(progress.Outcomes[OutcomeKind.Scored], counted["scored"]);
        Assert.Equal(progress.Outcomes[OutcomeKind.NoCode], counted["no_code"]);
        Assert.All(heard.Readings.Where(reading => reading.Instrument == "funsearch.samples"), reading => Assert.Equal("adder", reading.Tags["funsearch.origin"]));
    }

    [Fact]
    public async Task A_resumed_search_counts_only_what_it_has_done_itself()
    {
        var (_, past) = await SearchAsync("before", [], samples: 50);
        using var heard = new Recording("funsearch.run", "after");

        await SearchAsync("after", past, samples: 80);

        Assert.Equal(80 - past.OfType<JournalEntry.Settled>().Count(settled => settled.Id > 0), heard.Readings.Count(reading => reading.Instrument == "funsearch.samples"));
    }

    [Fact]
    public async Task A_sample_is_one_trace_from_its_proposal_to_its_examination()
    {
        using var heard = new Recording("funsearch.run", "traced");

        await SearchAsync("traced", [], samples: 60);

        var proposals = heard.Spans.Where(span => span.OperationName == "funsearch.propose").ToDictionary(span => span.SpanId);
        Assert.Equal(60, proposals.Count);
        var followers = heard.Spans.Where(span => span.OperationName != "funsearch.propose" && span.GetTagItem("funsearch.sample") is not null).ToList();
        Assert.Contains(followers, span => span.OperationName == "funsearch.examine");
        Assert.All(followers, span => Assert.Equal(proposals[span.ParentSpanId].TraceId, span.TraceId));
        Assert.All(followers.Where(span => span.OperationName == "funsearch.evaluate"), span => Assert.NotNull(span.GetTagItem("funsearch.outcome")));
        Assert.All(followers, span => Assert.InRange((int)span.GetTagItem("funsearch.island")!, 0, 3));
    }

    [Fact]
    public async Task Gauges_tell_how_the_search_stands()
    {
        using var heard = new Recording("funsearch.run", "standing");

        var (progress, _) = await SearchAsync("standing", [], samples: 60, atEnd: heard.Observe);

        Assert.Equal(progress.Best, heard.Readings.Last(reading => reading.Instrument == "funsearch.score.best").Value);
        Assert.Equal(
            progress.Islands.Select(island => (double)island.Programs),
            heard.Readings.Where(reading => reading.Instrument == "funsearch.island.programs").Select(reading => reading.Value));
        Assert.Equal(0, heard.Readings.Where(reading => reading.Instrument == "funsearch.evaluations.active").Sum(reading => reading.Value));
    }

    [Fact]
    public async Task What_models_take_is_counted_once_it_is_written_down()
    {
        using var heard = new Recording("funsearch.run", "spent");
        using var telemetry = new SearchTelemetry("spent");
        var journal = new ObservedJournal(new Memory([]), telemetry);
        var exchange = new Exchange("tiny", "canary-prompt", "canary-answer", 100, 20) { Cost = 0.25m };

        await journal.AppendAsync(new JournalEntry.Proposed(1, 1, 0, new(0, 0), [0], new Proposal(null, "tiny") { Exchange = exchange }), TestContext.Current.CancellationToken);

        Assert.Equal(
            [("funsearch.tokens", 100, "input"), ("funsearch.tokens", 20, "output"), ("funsearch.cost", 0.25, null)],
            heard.Readings.Select(reading => (reading.Instrument, reading.Value, (string?)reading.Tags.GetValueOrDefault("gen_ai.token.type"))));
        Assert.DoesNotContain("canary", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_is_documented()
    {
        using var heard = new Recording("funsearch.run", "named");

        await SearchAsync("named", [], samples: 20, atEnd: heard.Observe);

        var names = heard.Readings.Select(reading => reading.Instrument).Concat(heard.Spans.Select(span => span.OperationName)).Distinct().ToList();
        Assert.Equal(11, names.Count);
        Assert.All(names, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    private static async Task<(SearchProgress Progress, List<JournalEntry> Journal)> SearchAsync(
        string run, IEnumerable<JournalEntry> past, int samples, Action? atEnd = null)
    {
        using var telemetry = new SearchTelemetry(run);
        var journal = new Memory(past);
        var loop = new SearchLoop(
            Specification, Options(), new ObservedProposer(new Adder(), telemetry), tuner: null, new ObservedEvaluator(new Scorer(slowness: 1), telemetry),
            new ObservedJournal(journal, telemetry), TimeProvider.System);
        telemetry.Watch(() => loop.Progress, score => score);
        await loop.RunAsync(new Budget { Samples = samples }, TestContext.Current.CancellationToken);
        atEnd?.Invoke();
        return (loop.Progress!, journal.Entries);
    }
}
