using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>What stands firm while a run goes on.</summary>
/// <param name="Budget">In force now: on resume it may differ from the configuration's.</param>
/// <param name="Store">Absolute path of the store.</param>
/// <param name="Baselines">With their examinations on train and validation.</param>
internal sealed record RunFacts(
    Specification Specification,
    RunConfiguration Configuration,
    Budget Budget,
    int Workers,
    string Store,
    IReadOnlyList<Contender> Baselines)
{
    /// <summary>Published figures: they belong to the specification's own inputs, not to the user's.</summary>
    public IReadOnlyList<KnownFigure> Known => Configuration.Data is null ? Specification.Known : [];

    /// <summary>The best program beside the baselines.</summary>
    public Scoreboard Board(Champion champion) => new(Specification.Measures, [Best(champion), .. Baselines], Known);

    /// <summary>The champion under its name in tables.</summary>
    public static Contender Best(Champion champion)
    {
        var splits = new Dictionary<Split, Examination> { [Split.Train] = champion.Train };
        if (champion.Validation is { } validation)
        {
            splits[Split.Validation] = validation;
        }

        var id = champion.Program.Id;
        return new Contender(id == 0 ? "best (first program)" : $"best (sample {id})", splits);
    }
}
