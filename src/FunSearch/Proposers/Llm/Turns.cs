using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Proposers.Llm;

/// <summary>
/// Who answers the next prompt. A model is chosen by its share, whether or not it is free: so a slow and dear one does not get more than its
/// share because it is the one that is free. A prompt whose model is busy goes to the embedded proposer, where there is one with room, and
/// waits otherwise. A model that is down is left out until it has rested.
/// </summary>
/// <param name="embeddedAtOnce">Prompts that the embedded proposer may hold; 0 where there is none.</param>
/// <remarks>Thread-safe: prompts are answered side by side.</remarks>
internal sealed class Turns(IReadOnlyList<Member> members, ModelChoice choose, int embeddedAtOnce, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Bandit _shares = new(members.Select(member => member.Name));
    private readonly Dictionary<Member, int> _busy = members.ToDictionary(member => member, _ => 0);
    private TaskCompletionSource _changed = NewSignal();
    private int _embedded;
    private int _waiting;

    /// <summary>False while another prompt would have to wait.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _embedded < embeddedAtOnce || (_waiting == 0 && members.Any(IsFree));
            }
        }
    }

    /// <summary>Why no model is asked, and when it will be; null while one is.</summary>
    public string? Pause
    {
        get
        {
            lock (_gate)
            {
                return members.All(member => member.Health.IsDown) && !IsHopeless && UntilOneHasRested() is { } rest
                    ? $"{(embeddedAtOnce > 0 ? "The embedded proposer goes on alone" : "Paused")}: {WhyDown()} Tried again in {Math.Ceiling(rest.TotalSeconds):0} s."
                    : null;
            }
        }
    }

    /// <summary>A turn, as soon as there is one.</summary>
    /// <param name="chance">From 0 to 1, evenly.</param>
    /// <returns>The model to ask; null for the embedded proposer. To be given back by <see cref="End"/>.</returns>
    /// <exception cref="ProposerException">No model will ever answer.</exception>
    public async Task<Member?> TakeAsync(double chance, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan rest;
            lock (_gate)
            {
                ThrowIfHopeless();
                var chosen = Choose(chance);
                if (chosen is not null && IsFree(chosen))
                {
                    _busy[chosen]++;
                    return chosen;
                }

                if (_embedded < embeddedAtOnce)
                {
                    _embedded++;
                    return null;
                }

                (changed, rest) = (_changed.Task, UntilOneHasRested() ?? Timeout.InfiniteTimeSpan);
                _waiting++;
            }

            try
            {
                await Wait(changed, rest, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // Nobody waits for this.
                lock (_gate)
                {
                    _waiting--;
                }
            }
        }
    }

    /// <summary>Another turn of the same model, as soon as it is free; false when it is down.</summary>
    public async Task<bool> TakeAsync(Member member, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (member.Health.IsDown)
                {
                    return false;
                }

                if (IsFree(member))
                {
                    _busy[member]++;
                    return true;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="member">Null for the embedded proposer.</param>
    public void End(Member? member) => Change(() =>
    {
        if (member is null)
        {
            _embedded--;
        }
        else
        {
            _busy[member]--;
        }
    });

    /// <summary>Takes note of how a request went.</summary>
    /// <param name="failure">Null when it was answered.</param>
    /// <exception cref="ProposerException">With it, no model will ever answer, and it cost nothing: there is nothing else to tell of it.</exception>
    public void Answered(Member member, RequestException? failure, bool isFree)
    {
        lock (_gate)
        {
            if (failure is null)
            {
                member.Health.Succeeded();
            }
            else if (failure.Failure != RequestFailure.Cancelled)
            {
                member.Health.Failed(failure);
                if (isFree)
                {
                    ThrowIfHopeless();
                }
            }
        }
    }

    /// <inheritdoc cref="Bandit.Report"/>
    public void Report(string model, bool isProgress, Toll toll)
    {
        lock (_gate)
        {
            // A run may go on with fewer models than it had.
            if (members.Any(member => member.Name == model))
            {
                _shares.Report(model, isProgress, toll);
            }
        }
    }

    private Member? Choose(double chance)
    {
        if (choose == ModelChoice.Yield)
        {
            return _shares.Choose(chance, name => !Named(name).Health.IsDown) is { } name ? Named(name) : null;
        }

        var open = members.Where(member => !member.Health.IsDown).ToList();
        var left = chance * open.Sum(member => member.Settings.Weight);
        return open.Find(member => (left -= member.Settings.Weight) < 0) ?? open.LastOrDefault();
    }

    private Member Named(string name) => members.First(member => member.Name == name);

    private bool IsFree(Member member) => _busy[member] < member.Health.Room(member.Settings.RequestsAtOnce);

    private TimeSpan? UntilOneHasRested() =>
        members.Where(member => !member.Health.IsGone && member.Health.IsDown).Select(member => (TimeSpan?)member.Health.Rest).Min();

    // Who has never answered is not waited for.
    private bool IsHopeless => members.All(member => member.Health.IsGone || (member.Health.IsDown && !members.Any(other => other.Health.HasAnswered)));

    private void ThrowIfHopeless()
    {
        if (IsHopeless)
        {
            throw new ProposerException(WhyDown());
        }
    }

    private string WhyDown() => members.Count == 1
        ? members[0].Health.Why
        : string.Join('\n', members.Select(member => $"{member.Name}: {member.Health.Why}"));

    private async Task Wait(Task changed, TimeSpan rest, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(rest, time, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, NewSignal());
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
