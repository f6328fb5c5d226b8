using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>What a run that tunes numbers has changed in the program that it began with.</summary>
internal static class ChangedNumbers
{
    /// <summary>True for a run that tunes numbers and does nothing else.</summary>
    public static bool AreAll(RunConfiguration run) => run.Proposer == ProposerChoice.Numbers.Name;

    /// <summary>Token by token; nothing where it is no such run, or found nothing better.</summary>
    /// <param name="inColours">False where changes are told by marks.</param>
    public static IEnumerable<IRenderable> Render(RunFacts facts, Champion best, bool inColours)
    {
        if (AreAll(facts.Configuration) && best.Program.Id > 0)
        {
            yield return new Text("What tuning changed:");
            yield return DiffView.Render(TokenDiff.Between(facts.Specification.FirstBody, best.Program.Body), inColours);
            yield return Text.Empty;
        }
    }
}
