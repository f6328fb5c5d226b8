using System.CommandLine;
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
            var terminal = new Terminal(streams.Output, streams.Error, parsed.GetValue(json));
            try
            {
                return await action(parsed, terminal, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                terminal.Complain("Interrupted.");
                return ExitCodes.Interrupted;
            }
            catch (Exception exception) when (IsTold(exception))
            {
                terminal.Complain(Sentence(exception, parsed.GetValue(CommonOptions.Debug)));
                return ExitCodes.Failed;
            }
            catch (Exception exception)
            {
                // A fault of ours: whoever meets it can still learn where.
                terminal.Complain(parsed.GetValue(CommonOptions.Debug)
                    ? exception.ToString()
                    : $"This should not have happened: {exception.Message} ({exception.GetType().Name})\nWith --debug the same command shows where.");
                return ExitCodes.Failed;
            }
        });

    /// <summary>True for what the rooms throw with a ready sentence for people.</summary>
    public static bool IsTold(Exception exception) => exception is
        CommandException or SpecificationException or StoreException or ProposerException or IOException or UnauthorizedAccessException;

    private static string Sentence(Exception exception, bool debug) => debug ? exception.ToString() : exception.Message;
}
