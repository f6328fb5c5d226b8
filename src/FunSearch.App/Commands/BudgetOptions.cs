using System.CommandLine;
using System.Globalization;
using FunSearch.App.Settings;

namespace FunSearch.App.Commands;

/// <summary>Where a run stops: <c>--samples --time --cost --tokens --requests --target</c>.</summary>
internal sealed class BudgetOptions
{
    // The library cannot tell a value that is null from one that was not given.
    private static readonly TimeSpan NoEnd = Timeout.InfiniteTimeSpan;

    private readonly Option<long?> _samples = CommonOptions.Count("--samples", "Stop after so many samples: proposals with whatever outcome");
    private readonly Option<TimeSpan?> _time = CommonOptions.Read<TimeSpan?>(
        "--time", "10m", "Stop after so much working time; none has no end (default 5m where nothing else limits the run)",
        TryParseTime, $"{Durations.Form}, or none");
    private readonly Option<decimal?> _cost = CommonOptions.Read<decimal?>(
        "--cost", "USD", "Spend no more than so many US dollars on language models", TryParseCost, "dollars above 0, for example 2.50");
    private readonly Option<long?> _tokens = CommonOptions.Count("--tokens", "Stop after so many tokens of a language model, in and out");
    private readonly Option<long?> _requests = CommonOptions.Count("--requests", "Stop after so many requests to a language model");
    private readonly Option<double?> _target = CommonOptions.Read<double?>(
        "--target", "SCORE", "Stop at this mean score on train, in the problem's own sign; exit code 4 when it was not reached",
        TryParseTarget, "a number, for example 211.5");

    public void AddTo(Command command)
    {
        AddLimitsTo(command);
        command.Options.Add(_target);
    }

    /// <summary>All but <c>--target</c>: runs that are compared must not stop at different places.</summary>
    public void AddLimitsTo(Command command)
    {
        foreach (var option in new Option[] { _samples, _time, _cost, _tokens, _requests })
        {
            command.Options.Add(option);
        }
    }

    public BudgetValues ValuesOf(ParseResult parsed) => new(
        parsed.GetValue(_samples),
        parsed.GetValue(_time) is { } time && time != NoEnd ? time : null,
        TimeGiven: parsed.GetResult(_time) is { Implicit: false },
        parsed.GetValue(_tokens),
        parsed.GetValue(_requests),
        parsed.GetValue(_cost),
        parsed.GetValue(_target));

    private static bool TryParseTime(string text, out TimeSpan? time)
    {
        var isNone = text == "none";
        var good = Durations.TryParse(text, out var duration);
        time = isNone ? NoEnd : duration;
        return good || isNone;
    }

    private static bool TryParseCost(string text, out decimal? cost)
    {
        var good = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars > 0;
        cost = dollars;
        return good;
    }

    private static bool TryParseTarget(string text, out double? target)
    {
        var good = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        target = number;
        return good;
    }
}
