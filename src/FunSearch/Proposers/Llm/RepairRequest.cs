using FunSearch.Programs;

namespace FunSearch.Proposers.Llm;

/// <summary>What is said to a model of which the answer does not compile.</summary>
internal static class RepairRequest
{
    /// <summary>Null for an outcome that is no mistake in the code's form: the score of a bad idea mends nothing.</summary>
    public static string? For(Outcome? outcome) => outcome is Outcome.Failed { Why: OutcomeKind.DoesNotCompile or OutcomeKind.Forbidden } failed
        ? $"{(failed.Why == OutcomeKind.Forbidden ? "It uses what it may not" : "It does not compile")}: {failed.Detail}\nAnswer with the whole method again, mended, and nothing else."
        : null;
}
