using FunSearch.Programs;

namespace FunSearch.Storage;

/// <summary>A program in a line of descent.</summary>
/// <param name="Origin">The operator or the model that made it.</param>
/// <param name="IsEdit">True when it is an edit of the program before it; false when its author read several and wrote anew.</param>
/// <param name="Outcome">Null while it is not settled.</param>
internal sealed record LineageStep(long Id, string Origin, bool IsEdit, Outcome? Outcome)
{
    /// <summary>Mean over the training inputs, higher is better; null when it did not score.</summary>
    public double? Score => (Outcome as Outcome.Scored)?.Signature.Score;
}
