using FunSearch.App.Settings;
using FunSearch.Runs;
using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>How a search is told where nothing can be redrawn: a line at each new best, and a sign of life now and then.</summary>
/// <remarks>Not thread-safe: one view owns it. Bests that follow each other within one poll are told by the last of them.</remarks>
internal sealed class PlainLines(RunFacts facts)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private readonly PaceMeter _meter = new();
    private TimeSpan? _spoke;
    private long? _champion;
    private string? _pause;
    private bool _isTakenUp;

    /// <summary>What there is to say after a snapshot; null when nothing.</summary>
    /// <param name="idle">As <see cref="RunProgress.Idle"/>.</param>
    public string? Tell(SearchProgress progress, double? idle = null)
    {
        var pace = _meter.Observe(progress, idle);
        if (progress.Samples < progress.Earlier)
        {
            // The journal is being read: the bests in it are no news, and its clock is not ours.
            return null;
        }

        _spoke ??= progress.Elapsed;
        if (progress.Earlier > 0 && !_isTakenUp)
        {
            _isTakenUp = true;
            _champion = progress.Champion?.Program.Id;
            return $"{Durations.Clock(progress.Elapsed)}  {Words.Count(progress.Earlier, "sample")} taken up from the journal"
                + (progress.Champion is { } best ? $", the best is {(best.Program.Id == 0 ? "the first program" : $"sample {best.Program.Id:N0}")}: {Scores(best)}" : "");
        }

        if (progress.Champion is { } champion && champion.Program.Id != _champion)
        {
            _champion = champion.Program.Id;
            _spoke = progress.Elapsed;
            return $"{Durations.Clock(progress.Elapsed)}  {Name(champion.Program.Id)}: {Scores(champion)}";
        }

        if (progress.Pause != _pause)
        {
            _pause = progress.Pause;
            _spoke = progress.Elapsed;
            return $"{Durations.Clock(progress.Elapsed)}  {_pause ?? "The search goes on."}";
        }

        if (progress.Elapsed - _spoke < Heartbeat)
        {
            return null;
        }

        _spoke = progress.Elapsed;
        var outcomes = progress.Samples == 0 ? "" : $" · {ProgressText.Outcomes(progress.Outcomes, progress.Samples)}";
        return $"{ProgressText.Time(progress, facts.Budget)}  {ProgressText.Samples(progress, pace, facts.Budget)}{outcomes}";
    }

    private static string Name(long sample) => sample == 0 ? "first program" : $"new best at sample {sample:N0}";

    private string Scores(Champion champion)
    {
        var board = new Scoreboard(facts.Specification.Measures, [Contender.Best(champion)], []);
        return string.Join("; ", board.Figures().Prepend(board.Scores()).Select(Spoken));
    }

    private static string Spoken(Grid grid)
    {
        var numbers = grid.Columns.Zip(grid.Rows[0].Cells, (column, cell) => $"{column} {cell?.ToString($"F{grid.Decimals}") ?? "–"}");
        var title = grid.Title.StartsWith("mean score", StringComparison.Ordinal) ? "" : $"{grid.Title} ";
        return title + string.Join(", ", numbers);
    }
}
