using FunSearch.App.Settings;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Commands;

/// <summary>The problem of a stored run, as long as it is what it was: the run's scores say nothing about any other.</summary>
internal static class UnchangedProblem
{
    /// <exception cref="CommandException">The specification or the user's data has changed.</exception>
    /// <exception cref="SpecificationException">The specification is gone, or no search can start from it.</exception>
    public static async Task<Specification> ReadAsync(RunConfiguration configuration, CancellationToken cancellationToken)
    {
        var specification = Composition.ReadSpecification(configuration.Problem);
        if (specification.Hash != configuration.SpecificationHash)
        {
            throw new CommandException(
                $"The specification of {configuration.Problem} has changed since the run '{configuration.Name}' began, and old scores say nothing about it. "
                + $"Take the change back, or start a new run: ./funsearch run {configuration.Problem}");
        }

        if (configuration.Data is { } data && await DataHashes.ChangeAsync(data, cancellationToken) is { } change)
        {
            throw new CommandException(
                $"{change} since the run '{configuration.Name}' began, and its scores were made on what it was. "
                + $"Put the old file back, or start a new run: ./funsearch run {configuration.Problem} --data FILE");
        }

        return specification;
    }
}
