using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FunSearch.App.Commands;

/// <summary>The usual help, and below it examples to copy.</summary>
internal sealed class ExamplesAction : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new();

    // Help is asked for in the middle of a half-typed command.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        if (Examples.Of(parseResult.CommandResult.Command.Name) is { Count: > 0 } examples)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example.Replace(Examples.Command, CommandName.Typed, StringComparison.Ordinal)}");
            }
        }

        return ExitCodes.Done;
    }
}
