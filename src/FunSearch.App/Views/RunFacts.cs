using FunSearch.Accounts;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Views;

/// <summary>What stands firm while a run goes on.</summary>
/// <param name="Store">Absolute path of the store.</param>
/// <param name="Rivals">What the best program is held against, with their examinations on train and validation: the program that the
/// search began with, where the user gave one, and the baselines.</param>
internal sealed record RunFacts(
    Specification Specification,
    RunConfiguration Configuration,
    int Workers,
    string Store,
    IReadOnlyList<Contender> Rivals)
{
    public Budget Budget => Configuration.Budget;

    /// <summary>Published figures: they belong to the specification's own inputs, not to the user's.</summary>
    public IReadOnlyList<KnownFigure> Known => Configuration.Data is null ? Specification.Known : [];

    /// <summary>The best program beside its rivals.</summary>
    public Scoreboard Board(Champion champion) => new(Specification.Measures, [Contender.Best(champion), .. Rivals], Known);
}
