using System.CommandLine;
using System.Globalization;

namespace FunSearch.App.Commands;

/// <summary><c>--loss</c>: how much worse a shorter program may be.</summary>
internal static class LossOption
{
    /// <summary>Null where it is not given.</summary>
    public static Option<double?> Build() => CommonOptions.Read<double?>(
        "--loss", "SCORE", "How much worse the mean score on train, and on validation, may become for a shorter program (default 0: every score stays the same)",
        (string text, out double? value) =>
        {
            var good = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var loss) && double.IsFinite(loss) && loss >= 0;
            value = loss;
            return good;
        },
        "a number of at least 0 in the score's own unit, for example 0.01");
}
