using System.CommandLine;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>Runs a command and turns what stops it into a sentence and an exit code.</summary>
internal static class Guard
{
    /// <summary>Makes this the command's action.</summary>
    /// <param name="json">The command's <c>--json</c>.</param>
    public static void Runs(this Command command, Option<bool> json, Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var streams = parsed.InvocationConfiguration;
            var terminal = new Terminal(streams.Output, streams.Error, parsed.GetValue(json), parsed.GetValue(CommonOptions.Debug));
            try
            {
                return await action(parsed, terminal, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                terminal.Complain("Interrupted.");
                return ExitCodes.Interrupted;
            }
            catch (Exception exception)
            {
                terminal.Complain(exception);
                return ExitCodes.Failed;
            }
        });

    /// <summary>What went wrong, as a sentence.</summary>
    public static void Complain(this Terminal terminal, Exception exception) => terminal.Complain(
        terminal.ShowsTraces ? exception.ToString()
        : IsTold(exception) ? exception.Message
        // A fault of ours: whoever meets it can still learn where.
        : $"This should not have happened: {exception.Message} ({exception.GetType().Name})\nWith --debug the same command shows where.");

    // What the rooms throw with a ready sentence for people.
    private static bool IsTold(Exception exception) => exception is
        CommandException or RunException or SpecificationException or StoreException or ProposerException or IOException or UnauthorizedAccessException;
}
