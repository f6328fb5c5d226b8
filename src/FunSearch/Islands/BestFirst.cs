using FunSearch.Programs;

namespace FunSearch.Islands;

/// <summary>The one order of worth: the higher score first, then the shorter body, then the earlier sample.</summary>
internal sealed class BestFirst : IComparer<ScoredProgram>
{
    public static readonly BestFirst Order = new();

    /// <summary>The better of two.</summary>
    public static ScoredProgram Of(ScoredProgram one, ScoredProgram other) => Order.Compare(one, other) <= 0 ? one : other;

    public int Compare(ScoredProgram? x, ScoredProgram? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byScore = y.Score.CompareTo(x.Score);
        var byLength = x.Body.Length.CompareTo(y.Body.Length);
        return byScore != 0 ? byScore : byLength != 0 ? byLength : x.Id.CompareTo(y.Id);
    }
}
