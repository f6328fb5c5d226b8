using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>What held-out inputs say: how much of the gain on train there is on validation as well, and when a search learns its training inputs by heart.</summary>
internal static class HeldOutLines
{
    /// <summary>New bests on train that validation does not confirm, one after the other, from which on that is no accident any more.</summary>
    private const int Suspicious = 4;

    /// <summary>Empty where there is no validation, and while there is nothing but the first program.</summary>
    public static IEnumerable<(string Line, bool IsWarning)> Of(SearchProgress progress)
    {
        if (progress is not { Champion: { Validation: not null } champion, First: { Validation: not null } first })
        {
            yield break;
        }

        if (champion.Program.Id != first.Program.Id && Gain(first.Train, champion.Train) is { } train && Gain(first.Validation, champion.Validation) is { } validation)
        {
            yield return ($"Better than the first program by {train:0.00} % on train and {validation:0.00} % on validation: {Gap(train - validation)}.", false);
        }

        if (progress.BetterOnTrainAlone >= Suspicious)
        {
            yield return ($"The search overfits: the last {progress.BetterOnTrainAlone} new bests on train were worse than the best on validation, by which it is picked. More or longer training inputs help.", true);
        }
    }

    private static string Gap(double points) => points switch
    {
        > 0.005 => $"{points:0.00} points less",
        < -0.005 => $"{-points:0.00} points more",
        _ => "as much",
    };

    /// <summary>In per cent of the first program's mean score.</summary>
    private static double? Gain(Examination? first, Examination? now) =>
        (first?.Outcome, now?.Outcome) is (Outcome.Scored { Signature.Score: not 0 and var before }, Outcome.Scored { Signature.Score: var after })
            ? 100 * (after - before) / Math.Abs(before)
            : null;
}
