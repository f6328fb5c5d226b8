using FunSearch.Runs;
using FunSearch.Storage;

namespace FunSearch.App.Comparisons;

/// <summary>A run of a comparison that came to its end.</summary>
/// <param name="Milestones">Its new bests on train, from the first program on.</param>
/// <param name="Best">Its champion, in the end with its test score.</param>
internal sealed record FinishedLeg(Leg Leg, RunSummary Summary, IReadOnlyList<Milestone> Milestones, Contender Best);

/// <summary>A run of a comparison that did not.</summary>
/// <param name="Why">As a sentence.</param>
internal sealed record UnfinishedLeg(Leg Leg, string Why);
