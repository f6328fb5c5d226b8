using FunSearch.Programs;

namespace FunSearch.Storage.Sqlite;

/// <summary>An outcome, laid flat: what stands in a row, and in an examination.</summary>
/// <param name="Kind">The number of the <see cref="OutcomeKind"/>, which therefore never changes.</param>
/// <param name="Scores">A <see cref="ScoresBlob"/> when it scored.</param>
/// <param name="ByCircumstance">As of <see cref="Outcome.Failed"/>.</param>
internal sealed record StoredOutcome(long Kind, byte[]? Scores, long? DuplicateOf, string? Detail, bool ByCircumstance = false)
{
    public static StoredOutcome Of(Outcome outcome) => outcome switch
    {
        Outcome.Scored scored => new((long)outcome.Kind, ScoresBlob.Encode(scored.Signature.Scores, scored.Signature.Trace), null, null),
        Outcome.Duplicate duplicate => new((long)outcome.Kind, null, duplicate.Of, null),
        Outcome.Failed failed => new((long)outcome.Kind, null, null, failed.Detail, failed.ByCircumstance),
        _ => throw new ArgumentException($"An outcome of type {outcome.GetType().Name} cannot be stored.", nameof(outcome)),
    };

    /// <exception cref="InvalidDataException">The row contradicts itself.</exception>
    public Outcome Restore() => (OutcomeKind)Kind switch
    {
        OutcomeKind.Scored when Scores is not null => new Outcome.Scored(RestoreSignature(Scores)),
        OutcomeKind.Duplicate when DuplicateOf is { } of => new Outcome.Duplicate(of),
        var kind and not (OutcomeKind.Scored or OutcomeKind.Duplicate) when Enum.IsDefined(kind) && Detail is not null
            => new Outcome.Failed(kind, Detail, ByCircumstance),
        _ => throw new InvalidDataException($"An outcome of kind {Kind} is damaged."),
    };

    private static Signature RestoreSignature(byte[] blob)
    {
        var (scores, trace) = ScoresBlob.Decode(blob);
        return scores.Length > 0 && scores.All(double.IsFinite)
            ? new Signature(scores, trace)
            : throw new InvalidDataException("A list of scores is damaged.");
    }
}
