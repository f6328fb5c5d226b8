using FunSearch.Programs;

namespace FunSearch.Accounts;

/// <summary>What came of the samples of one operator or one model.</summary>
/// <param name="Compiled">Those that were run, whatever came of it.</param>
/// <param name="Progress">Those that scored above all of their parents.</param>
/// <param name="Spent">On their requests.</param>
/// <param name="Waited">Wall time of their requests, added up.</param>
public sealed record Yield(long Samples, long Compiled, long Scored, long Progress, Spending Spent, TimeSpan Waited)
{
    internal static readonly Yield None = new(0, 0, 0, 0, Spending.None, TimeSpan.Zero);

    public static Yield operator +(Yield a, Yield b) => new(
        a.Samples + b.Samples, a.Compiled + b.Compiled, a.Scored + b.Scored, a.Progress + b.Progress, a.Spent + b.Spent, a.Waited + b.Waited);

    internal Yield With(Exchange? exchange, Outcome outcome, bool isProgress) => new(
        Samples + 1,
        Compiled + (outcome.Kind is OutcomeKind.NoCode or OutcomeKind.Duplicate or OutcomeKind.DoesNotCompile or OutcomeKind.Forbidden ? 0 : 1),
        Scored + (outcome is Outcome.Scored ? 1 : 0),
        Progress + (isProgress ? 1 : 0),
        exchange is null ? Spent : Spent + Spending.Of(exchange),
        Waited + (exchange?.Elapsed ?? TimeSpan.Zero));
}
