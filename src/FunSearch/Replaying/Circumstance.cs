using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Replaying;

/// <summary>Tells outcomes that hang on the machine and its hour from those that follow from the program alone.</summary>
internal static class Circumstance
{
    /// <summary>True for what a limit of time or memory struck, for a process that was lost, also the compiler's, and for two runs that
    /// differed: another machine, or this one tomorrow, may well see something else.</summary>
    public static bool Decided(Outcome outcome) =>
        outcome.Kind is OutcomeKind.TimedOut or OutcomeKind.OutOfMemory or OutcomeKind.Inconsistent
        || outcome is Outcome.Failed { ByCircumstance: true };

    /// <summary>True when it decided the validation of a new best, which is a parent all the same.</summary>
    public static bool Decided(JournalEntry.Verified verified) =>
        verified.Validation is { } validation && Decided(validation.Outcome);
}
