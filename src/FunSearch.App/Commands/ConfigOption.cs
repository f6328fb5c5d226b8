using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Settings.Reading;
using FunSearch.Search;

namespace FunSearch.App.Commands;

/// <summary><c>--config FILE</c>: what is said of language models.</summary>
internal sealed class ConfigOption
{
    private readonly Option<string?> _file = new("--config")
    {
        Description = "The file that describes language models: where they are, their keys' variables, limits, prices, what they are told. "
            + "Strict JSON; `models --explain` documents every key and ends with an example",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>Null where none was given.</summary>
    public string? FileOf(ParseResult parsed) => parsed.GetValue(_file);

    /// <inheritdoc cref="FileOf(ParseResult)"/>
    public string? FileOf(CommandResult parsed) => parsed.GetValue(_file);

    /// <summary>The defaults where no file was given.</summary>
    /// <exception cref="ProposerException">The file is not there, or wrong: a sentence a mistake, with its line.</exception>
    public LlmSettings SettingsOf(ParseResult parsed) => FileOf(parsed) is { } file ? LlmSettingsReader.Read(file) : new LlmSettings();
}
