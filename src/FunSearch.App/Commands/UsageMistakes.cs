using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>What is wrong with a command line, told to the person who typed it.</summary>
internal static class UsageMistakes
{
    public static string Describe(ParseResult parsed) => $"{Sentence(parsed)}\nTry: {PathOf(parsed)} --help";

    /// <summary>The mistake alone.</summary>
    public static string Sentence(ParseResult parsed) => Mistake(parsed, parsed.CommandResult.Command);

    // After one word that nobody knows, the words behind it are only noise.
    private static string Mistake(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return command is { Subcommands.Count: > 0, Action: null }
                ? $"A command is missing: {string.Join(", ", command.Subcommands.Select(each => each.Name))}."
                : string.Join('\n', parsed.Errors.Select(error => error.Message.TrimEnd()).Distinct());
        }

        var word = parsed.UnmatchedTokens[0];
        var isOption = word.StartsWith('-');
        var known = isOption
            ? command.Options.Concat(parsed.RootCommandResult.Command.Options).Where(option => !option.Hidden).Select(option => option.Name)
            : command.Subcommands.Select(each => each.Name);
        var nearest = Nearest.To(word, known);
        var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : null;
        var sentence = kind is null ? $"'{word}' is one word too many." : $"There is no {kind} '{word}'.";
        return nearest is null ? sentence : $"{sentence} Did you mean '{nearest}'?";
    }

    private static string PathOf(ParseResult parsed)
    {
        var path = new Stack<string>();
        for (var each = parsed.CommandResult; each.Parent is CommandResult parent; each = parent)
        {
            path.Push(each.Command.Name);
        }

        return string.Join(' ', path.Prepend(CommandName.Typed));
    }
}
