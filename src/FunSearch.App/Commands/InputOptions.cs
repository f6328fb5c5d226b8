using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.App.Settings;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>On what and within which limits programs are scored: <c>--data --split-data --limit --memory</c>.</summary>
internal sealed class InputOptions
{
    // A program tells by a heartbeat every 100 ms which input it is at.
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    private static readonly string LimitForm = $"from {Durations.Text(ShortestLimit)} to {Durations.Text(LongestLimit)}, as {Durations.Form}";

    private readonly Option<string[]> _data = new("--data")
    {
        Description = "Your own inputs in place of the problem's: a file, or train=FILE, validation=FILE, test=FILE",
        HelpName = "FILE",
    };

    private readonly Option<IReadOnlyList<int>> _split = CommonOptions.Read<IReadOnlyList<int>>(
        "--split-data", "60,20,20", "How one --data file is split into train, validation and test, in percent (default 60,20,20)",
        DataFiles.TryParsePercentages, "three whole percentages for train, validation and test that sum to 100, for example 60,20,20");

    private readonly Option<TimeSpan?> _limit = CommonOptions.Read<TimeSpan?>(
        "--limit", "2s", "Wall time that a program has for an input, 200ms to 1d (default 2s)", TryParseLimit, LimitForm);

    private readonly Option<long?> _memory = CommonOptions.Read<long?>(
        "--memory", "400MB", "Memory that a program has (default 400MB)", TryParseSize, Sizes.Form);

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_split);
        command.Options.Add(_limit);
        command.Options.Add(_memory);
        command.Validators.Add(result =>
        {
            if (DataFiles.Combine(result.GetValue(_data) ?? [], result.GetValue(_split)).Mistake is { } mistake)
            {
                result.AddError(mistake);
            }
        });
    }

    /// <summary>Null for the specification's own inputs.</summary>
    /// <exception cref="CommandException">A file is not there.</exception>
    public UserData? DataOf(ParseResult parsed)
    {
        var data = DataFiles.Combine(parsed.GetValue(_data) ?? [], parsed.GetValue(_split)).Data;
        return data?.Files.Values.FirstOrDefault(file => !File.Exists(file)) is { } missing
            ? throw new CommandException($"There is no data file '{missing}'.")
            : data;
    }

    /// <summary>True when the inputs are not the problem's, or not those of a stored run.</summary>
    public bool NamesData(CommandResult parsed) => parsed.GetValue(_data) is { Length: > 0 } || parsed.GetValue(_split) is not null;

    public Limits LimitsOf(ParseResult parsed) => LimitsOf(parsed, new Limits());

    /// <param name="usual">Those of a stored run, for what is not given.</param>
    public Limits LimitsOf(ParseResult parsed, Limits usual) => new()
    {
        Time = parsed.GetValue(_limit) ?? usual.Time,
        MemoryBytes = parsed.GetValue(_memory) ?? usual.MemoryBytes,
    };

    private static bool TryParseLimit(string text, out TimeSpan? value)
    {
        var good = Durations.TryParse(text, out var duration) && duration >= ShortestLimit && duration <= LongestLimit;
        value = duration;
        return good;
    }

    private static bool TryParseSize(string text, out long? value)
    {
        var good = Sizes.TryParse(text, out var bytes);
        value = bytes;
        return good;
    }
}
