using FunSearch.App.Views;

namespace FunSearch.Tests.App.Views;

public sealed class PlainLinesTests
{
    private readonly PlainLines _lines = new(Samples.Facts);

    [Fact]
    public void Each_new_best_has_its_line()
    {
        var first = _lines.Tell(Samples.Progress);
        var again = _lines.Tell(Samples.Progress with { Elapsed = TimeSpan.FromSeconds(73) });

        Assert.Equal("1:12  new best at sample 1,234: train 206.000, validation 209.500; excess % train 3.41, validation 3.62", first);
        Assert.Null(again);
    }

    [Fact]
    public void Ten_seconds_of_silence_end_with_a_sign_of_life()
    {
        _lines.Tell(Samples.Progress);

        var line = _lines.Tell(Samples.Progress with { Elapsed = TimeSpan.FromSeconds(82), Samples = 6012 });

        Assert.StartsWith("1:22 of 5:00, 3:38 left  6,012 of 20,000 samples · 100 a second · scored 3,210", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_model_is_asked_a_sign_of_life_tells_how_idle_the_evaluators_are()
    {
        _lines.Tell(Samples.Asked, idle: 0.9);

        var line = _lines.Tell(Samples.Asked with { Elapsed = TimeSpan.FromSeconds(82) }, idle: 0.837);

        Assert.Contains(" · 40 requests · 52,000 tokens · $0.02 · evaluators idle 84 % · scored ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_resumed_run_takes_up_is_no_news()
    {
        Assert.Null(_lines.Tell(Samples.Progress with { Samples = 5_000, Earlier = 5_012 }));

        var takenUp = _lines.Tell(Samples.Progress with { Earlier = 5_012 });
        var again = _lines.Tell(Samples.Progress with { Samples = 5_013, Earlier = 5_012 });

        Assert.Equal(
            "1:12  5,012 samples taken up from the journal, the best is sample 1,234: train 206.000, validation 209.500; excess % train 3.41, validation 3.62",
            takenUp);
        Assert.Null(again);
    }

    [Fact]
    public void The_time_of_an_improvement_is_known_only_when_it_was_seen()
    {
        var meter = new PaceMeter();
        var improved = Samples.Champion with { Program = Samples.Champion.Program with { Id = 2000 } };

        var resumed = meter.Observe(Samples.Progress);
        meter.Observe(Samples.Progress with { Champion = improved, Elapsed = TimeSpan.FromSeconds(80) });
        var later = meter.Observe(Samples.Progress with { Champion = improved, Elapsed = TimeSpan.FromSeconds(85) });

        Assert.Null(resumed.SinceImprovement);
        Assert.Equal(TimeSpan.FromSeconds(5), later.SinceImprovement);
    }
}
