using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FunSearch.App.Commands;

/// <summary>The command line as a whole: what can be typed, and what a wrong word gets.</summary>
internal static class CommandLine
{
    /// <summary>No response files: '@' is an ordinary character here.</summary>
    public static readonly ParserConfiguration AsTyped = new() { ResponseFileTokenReplacer = null };

    /// <summary>Does what the arguments say.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            await error.WriteLineAsync(UsageMistakes.Describe(parsed));
            return ExitCodes.Usage;
        }

        // Signals are ours: the library would end the process two seconds after the first one.
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    /// <summary>What is wrong with the arguments; null when they could be followed.</summary>
    public static string? MistakeIn(string[] arguments) => Parse(arguments) is { Errors.Count: > 0 } parsed ? UsageMistakes.Describe(parsed) : null;

    private static ParseResult Parse(string[] arguments) => Build().Parse(arguments, AsTyped);

    private static Command Build()
    {
        var root = new Command("funsearch", "Searches for programs: you write how to score a solution, it evolves the function that finds one.")
        {
            RunCommand.Build(),
            CompareCommand.Build(),
            ResumeCommand.Build(),
            ReplayCommand.Build(),
            CheckCommand.Build(),
            EvaluateCommand.Build(),
            TuneCommand.Build(),
            SimplifyCommand.Build(),
            ProblemsCommand.Build(),
            ModelsCommand.Build(),
            NewCommand.Build(),
            RunsCommand.Build(),
            ShowCommand.Build(),
            ExportCommand.Build(),
            BenchCommand.Build(),
        };
        root.Options.Add(new HelpOption { Action = new ExamplesAction() });
        root.Options.Add(new VersionOption());
        root.Options.Add(CommonOptions.Debug);
        return root;
    }
}
