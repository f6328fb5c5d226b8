using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>Which program a command works on: <c>RUN [--program ID]</c> or <c>PROBLEM --program FILE</c>, and on what it is run.</summary>
/// <remarks>What <c>--program</c> is decides: a whole number is a sample of a run, anything else is a file.</remarks>
internal sealed class SubjectOptions
{
    private readonly Argument<string?> _place = new("RUN|PROBLEM")
    {
        Description = "A stored run (default: the newest); or with --program FILE a problem: a built-in name, a folder or a .cs file, with an optional variant",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _program = new("--program")
    {
        Description = "This sample of the run in place of its best one, 0 for the first program; or a file with a method or a body, - for standard input",
        HelpName = "ID|FILE",
    };

    private readonly InputOptions _inputs = new();
    private readonly Option<bool> _unsandboxed = CommonOptions.AllowUnsandboxed();
    private readonly Option<string> _store = CommonOptions.Store();

    public void AddTo(Command command)
    {
        command.Arguments.Add(_place);
        command.Options.Add(_program);
        _inputs.AddTo(command);
        command.Options.Add(_unsandboxed);
        command.Options.Add(_store);
        command.Validators.Add(result =>
        {
            if (Mistake(result) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
    }

    /// <summary>Where runs are read from, and where a new one goes.</summary>
    public string StoreOf(ParseResult parsed) => parsed.GetRequiredValue(_store);

    /// <inheritdoc cref="Runs.SearchEngineOptions.AllowUnsandboxed"/>
    public bool AllowsUnsandboxed(ParseResult parsed) => parsed.GetValue(_unsandboxed);

    /// <param name="fate">What is to become of it, for the end of a sentence: <c>simplified</c>.</param>
    /// <exception cref="CommandException">There is no such program, or it did not score.</exception>
    /// <exception cref="Runs.RunException">The specification or the data of the run has changed, or a wall is missing.</exception>
    /// <exception cref="SpecificationException">No search could start from the specification.</exception>
    /// <exception cref="Search.StoreException">There is no such run or sample.</exception>
    public async Task<ProgramSubject> ReadAsync(ParseResult parsed, string fate, CancellationToken cancellationToken)
    {
        var (place, program, unsandboxed) = (parsed.GetValue(_place), parsed.GetValue(_program), AllowsUnsandboxed(parsed));
        if (IsFile(program))
        {
            return await ProgramSubject.OfAsync(place!, program!, _inputs.DataOf(parsed), _inputs.LimitsOf(parsed), unsandboxed, cancellationToken);
        }

        var runs = Composition.OpenExistingStore(StoreOf(parsed));
        var taken = await ExportChoice.ReadAsync(runs, place, program is null ? null : long.Parse(program), fate, cancellationToken);
        return await ProgramSubject.OfAsync(taken, _inputs.LimitsOf(parsed, taken.Configuration.Limits), unsandboxed, cancellationToken);
    }

    private string? Mistake(CommandResult result) => (IsFile(result.GetValue(_program)), result.GetValue(_place)) switch
    {
        (true, null) => "Which problem is the program of --program for? Name it first: PROBLEM --program FILE.",
        (false, _) when _inputs.NamesData(result) => "--data goes with PROBLEM --program FILE. A stored run has its own inputs, and its scores were made on those.",
        _ => null,
    };

    private static bool IsFile(string? program) => program is not null && !(long.TryParse(program, out var id) && id >= 0);
}
