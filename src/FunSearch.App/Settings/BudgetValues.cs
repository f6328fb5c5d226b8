using FunSearch.Accounts;

namespace FunSearch.App.Settings;

/// <summary>What the budget options say together. Null in <paramref name="Time"/> with <paramref name="TimeGiven"/> is <c>--time none</c>.</summary>
internal sealed record BudgetValues(
    long? Samples, TimeSpan? Time, bool TimeGiven, long? Tokens, long? Requests, decimal? Cost, double? Target)
{
    /// <summary>How long a run takes that was given no budget.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromMinutes(5);

    /// <summary>True when something limits the run. A target alone may never be reached, so it does not.</summary>
    public bool LimitsTheRun => TimeGiven || Samples is not null || Tokens is not null || Requests is not null || Cost is not null;

    /// <summary>The budget of a new run.</summary>
    public Budget ForNewRun() => ForNewRun(new Budget { Time = DefaultTime });

    /// <summary>The budget of a new run of a kind that has its own default.</summary>
    /// <param name="usual">Where nothing limits the run; without a target.</param>
    public Budget ForNewRun(Budget usual) => LimitsTheRun
        ? new Budget { Samples = Samples, Time = Time, Tokens = Tokens, Requests = Requests, Cost = Cost, Target = Target }
        : usual with { Target = Target };

    /// <summary>The budget of a run that goes on: new limits replace the stored ones as a whole, the target among them, so that
    /// what was already reached does not stop it again; a new target alone replaces the target.</summary>
    public Budget ForResume(Budget stored) => LimitsTheRun ? ForNewRun() : stored with { Target = Target ?? stored.Target };
}
