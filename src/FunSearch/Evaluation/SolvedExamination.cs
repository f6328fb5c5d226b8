using FunSearch.Search;

namespace FunSearch.Evaluation;

/// <summary>An examination with what it was about.</summary>
/// <param name="Solutions">As JSON in UTF-8, one an input of the split, just as <c>[Run]</c> returned them; empty when it did not score.</param>
internal sealed record SolvedExamination(Examination Examination, IReadOnlyList<byte[]> Solutions);
