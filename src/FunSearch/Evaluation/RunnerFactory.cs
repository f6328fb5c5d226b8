using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Evaluation;

/// <summary>Starts runners of one problem; what keeps them from making their inputs is a mistake of the specification.</summary>
internal sealed class RunnerFactory(WorkerFleet fleet, Specification specification, UserData? data, Limits limits)
{
    private readonly Worker.Wire.SetUpRunner _setup = Setups.ForRunner(specification, data, limits);

    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public async Task<Runner> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Runner.StartAsync(fleet, _setup, limits, cancellationToken).ConfigureAwait(false);
        }
        catch (RunnerSetupException exception)
        {
            throw Mistake(exception.Message + HintAtVariants());
        }
    }

    /// <exception cref="SpecificationException">The inputs cannot be made, or not the same as in another runner.</exception>
    public async Task<Runner> StartLikeAsync(Runner other)
    {
        var runner = await StartInTwoTriesAsync().ConfigureAwait(false);
        var isLike = runner.Inputs.Count == other.Inputs.Count && runner.Inputs.All(split =>
            other.Inputs.TryGetValue(split.Key, out var names) && names.SequenceEqual(split.Value));
        if (isLike)
        {
            return runner;
        }

        _ = runner.EndAsync();
        throw Mistake("Made twice, the inputs have different names. They must be the same every time: seed the generator that makes them.");
    }

    /// <summary>The inputs were made before: that they cannot be made now may be chance, as on a machine that is short of memory.</summary>
    private async Task<Runner> StartInTwoTriesAsync()
    {
        try
        {
            return await StartAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (SpecificationException)
        {
            return await StartAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private SpecificationException Mistake(string sentence) => new([new Mistake(specification.Title, 0, sentence)]);

    /// <summary>A variant that is not listed may still be right, but when the inputs fail it is the first suspect.</summary>
    private string HintAtVariants() =>
        specification.Variants.Count == 0 || specification.Variants.Contains(specification.Variant)
            ? ""
            : $" Variants that it lists: {string.Join(", ", specification.Variants)}.";
}
