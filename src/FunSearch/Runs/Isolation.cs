using FunSearch.Evaluation;
using FunSearch.Storage;

namespace FunSearch.Runs;

/// <summary>Whose programs may be run where the process wall cannot be built: the built-in proposers', and no others without a word.</summary>
internal static class Isolation
{
    /// <param name="isAllowed">The word was given.</param>
    /// <param name="proposer">As the journal has it.</param>
    /// <param name="from">The program that the search begins with; null for the specification's own.</param>
    /// <exception cref="RunException">The run's programs were written by others, and the wall is missing.</exception>
    public static void Require(Walls walls, bool isAllowed, string proposer, StartingProgram? from)
    {
        if (ProposerChoice.BuiltIn.All(known => known.Name != proposer))
        {
            Require(walls, isAllowed, $"The programs of the proposer '{proposer}'");
        }
        else if (from is not null)
        {
            Require(walls, isAllowed, $"A program from {from.Source}");
        }
    }

    /// <param name="programs">Whose they are, as the beginning of a sentence.</param>
    /// <exception cref="RunException">The wall is missing.</exception>
    public static void Require(Walls walls, bool isAllowed, string programs)
    {
        if (!isAllowed && !walls.Process.Holds)
        {
            throw new RunException(
                $"{programs} must run behind the process wall, which is {walls.Process.Description} here. seccomp is missing: it needs Linux on x64, and a "
                + "container, where there is one, that allows it. Only the built-in proposers' programs run without. To run others unprotected, with all that you may do, "
                + $"give --allow-unsandboxed; in a library, set {nameof(SearchEngineOptions)}.{nameof(SearchEngineOptions.AllowUnsandboxed)}.");
        }
    }
}
