using System.CommandLine;
using FunSearch.Runs;
using FunSearch.Search;

namespace FunSearch.App.Commands;

/// <summary><c>--proposer</c> and <c>--config</c>: who writes programs.</summary>
internal sealed class ProposerOptions
{
    private readonly Option<string?> _who = new("--proposer")
    {
        Description = "Who writes programs: embedded (default); best-of-n (edits of the first program alone) and random (drawn anew each time), to compare with; recorded:FILE, PROVIDER/MODEL, URL#MODEL of any OpenAI-compatible server; "
            + "mix:MODEL shares with the embedded proposer. With --config: the name of a model, ensemble (all of them), or mix",
        HelpName = "WHO",
    };

    private readonly ConfigOption _config = new();

    public void AddTo(Command command)
    {
        command.Options.Add(_who);
        _config.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_who) is { } who && Mistake(who, hasConfig: _config.FileOf(result) is not null) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
    }

    /// <summary>Null where neither was given.</summary>
    /// <exception cref="ProposerException">The configuration is wrong, or names no such model.</exception>
    public ProposerChoice? Of(ParseResult parsed) => (_config.FileOf(parsed.CommandResult), parsed.GetValue(_who)) switch
    {
        (null, null) => null,
        (null, { } who) => ProposerChoice.Parse(who),
        ({ } file, null) => ProposerChoice.Configured(file),
        var (file, who) => ProposerChoice.Configured(file, who),
    };

    private static string? Mistake(string who, bool hasConfig) => (hasConfig, ProposerChoice.TryParse(who, out var choice)) switch
    {
        (true, true) when choice.Models is null => $"--config describes language models, and --proposer {who} asks none. Leave one of the two out.",
        (false, false) when who is "mix" or "ensemble" => $"--proposer {who} takes its models from a configuration. Add --config FILE"
            + (who == "mix" ? ", or name the one model: mix:PROVIDER/MODEL." : "."),
        (false, false) => $"--proposer is '{who}'. It must be {ProposerChoice.Form}.",
        _ => null,
    };
}
