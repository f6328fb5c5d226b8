using FunSearch.Programs;

namespace FunSearch.Replaying;

/// <summary>What came of replaying a run, up to its end or to its first difference.</summary>
/// <param name="Samples">Settled samples that came out as recorded, without the first program.</param>
/// <param name="Outcomes">A count for every kind that they had.</param>
/// <param name="Registrations">Programs registered in the database.</param>
/// <param name="Champion">Its sample; null while there is none.</param>
/// <param name="RecordedAsIs">Samples that a circumstance struck, in the run or in this replay: their outcome or verification was taken as
/// recorded. See <see cref="Circumstance"/>.</param>
/// <param name="Difference">The first one, as a sentence; null when all came out the same.</param>
internal sealed record ReplayResult(
    long Samples,
    IReadOnlyDictionary<OutcomeKind, long> Outcomes,
    long Registrations,
    int Resets,
    long? Champion,
    long RecordedAsIs,
    string? Difference);
