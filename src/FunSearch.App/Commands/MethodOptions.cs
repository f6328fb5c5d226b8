using System.CommandLine;
using FunSearch.Islands;
using FunSearch.Runs;
using FunSearch.Search;

namespace FunSearch.App.Commands;

/// <summary>How a run searches: <c>--proposer --config --from --islands --hill-climbing --without</c>. What a comparison lets differ.</summary>
internal sealed class MethodOptions
{
    private readonly ProposerOptions _proposer = new();

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Begin with this program in place of the problem's own: last month's heuristic, or a run's best",
        HelpName = "FILE|RUN",
    };

    private readonly Option<int?> _islands = CommonOptions.Read<int?>(
        "--islands", "N", $"Populations that evolve side by side (default {new IslandOptions().Islands})", TryParseIslands, "a whole number from 1 to 1000, for example 4");

    private readonly Option<bool> _hillClimbing = new("--hill-climbing")
    {
        Description = "No islands and no pairs of parents: every prompt shows the best program alone. To compare with",
    };

    private readonly PartsOption _without = new();

    public void AddTo(Command command)
    {
        _proposer.AddTo(command);
        foreach (var option in new Option[] { _from, _islands, _hillClimbing })
        {
            command.Options.Add(option);
        }

        _without.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_hillClimbing) && result.GetResult(_islands) is { Implicit: false })
            {
                result.AddError("--hill-climbing is a search on one island, and --islands says how many. Leave one of the two out.");
            }
        });
    }

    /// <summary>The request, searched in the way that these options ask for.</summary>
    /// <exception cref="ProposerException">The configuration is wrong, or names no such model.</exception>
    public SearchRequest Apply(ParseResult parsed, SearchRequest request) => _without.Apply(parsed, request with
    {
        Proposer = _proposer.Of(parsed) ?? ProposerChoice.Embedded,
        From = parsed.GetValue(_from),
        Islands = parsed.GetValue(_hillClimbing) ? IslandOptions.HillClimbing
            : parsed.GetValue(_islands) is { } islands ? request.Islands with { Islands = islands }
            : request.Islands,
    });

    private static bool TryParseIslands(string text, out int? value)
    {
        var good = int.TryParse(text, out var number) && number is >= 1 and <= 1000;
        value = number;
        return good;
    }
}
