using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Runs;

/// <summary>Whether a stored run's scores still say something about what is there now.</summary>
internal static class RunChanges
{
    /// <exception cref="RunException">The specification or the data has changed since the run began.</exception>
    public static async Task RefuseAsync(RunConfiguration configuration, Specification specification, CancellationToken cancellationToken)
    {
        if (specification.Hash != configuration.SpecificationHash)
        {
            throw new RunException(
                $"The specification of {configuration.Problem} has changed since the run '{configuration.Name}' began, and old scores say nothing about it. "
                + $"Take the change back, or start a new run: funsearch run {configuration.Problem}");
        }

        if (configuration.Data is { } data && await DataHashes.ChangeAsync(data, cancellationToken) is { } change)
        {
            throw new RunException(
                $"{change} since the run '{configuration.Name}' began, and its scores were made on what it was. "
                + $"Put the old file back, or start a new run: funsearch run {configuration.Problem} --data FILE");
        }
    }
}
