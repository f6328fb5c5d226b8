using FunSearch.Specifications;
using FunSearch.Specifications.Reading;
using FunSearch.Storage;

namespace FunSearch.Runs;

/// <summary>The problem of a stored run, as long as it is what it was: the run's scores say nothing about any other.</summary>
internal static class UnchangedProblem
{
    /// <returns>It begins with the run's own first program.</returns>
    /// <exception cref="RunException">The specification or the user's data has changed.</exception>
    /// <exception cref="SpecificationException">The specification is gone, or no search can start from it.</exception>
    public static async Task<Specification> ReadAsync(RunConfiguration run, CancellationToken cancellationToken)
    {
        var specification = Problems.Of(run);
        if (specification.Hash != run.SpecificationHash)
        {
            var change = SourceState.FirstChange(run.SpecificationParts, specification.Parts) is { } first ? $" ({first})" : "";
            throw new RunException(
                $"The specification of {run.Problem} has changed since the run '{run.Name}' began{change}, and old scores say nothing about it. "
                + $"Take the change back, or let a new run begin with its best: funsearch run {run.Problem} --from {run.Name}");
        }

        if (run.Data is { } data && await DataHashes.ChangeAsync(data, cancellationToken) is { } dataChange)
        {
            throw new RunException(
                $"{dataChange} since the run '{run.Name}' began, and its scores were made on what it was. "
                + $"Put the old file back, or let a new run begin with its best: funsearch run {run.Problem} --data FILE --from {run.Name}");
        }

        return specification;
    }
}
