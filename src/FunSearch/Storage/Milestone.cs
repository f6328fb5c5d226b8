namespace FunSearch.Storage;

/// <summary>A new best training score of a run.</summary>
/// <param name="Samples">Samples that were settled then, this one included; 0 for the first program.</param>
/// <param name="Elapsed">Working time of the run then.</param>
/// <param name="Score">Mean over the training inputs, higher is better.</param>
internal sealed record Milestone(long Samples, TimeSpan Elapsed, double Score);
