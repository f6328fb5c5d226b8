using FunSearch.Programs;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>The one compiler process, started warm and replaced when a body is too much for it. Thread-safe: one body at a time.</summary>
internal sealed class CompilerLane : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>A body that is lifted has been compiled before; but it is bound twice more, and the first time nothing of that is warm.</summary>
    private static readonly TimeSpan LiftLimit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly WorkerFleet _fleet;
    private readonly SetUpCompiler _setup;
    private readonly Body _warmUp;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Task<WorkerProcess> _compiler;

    /// <param name="warmUp">A body to compile at the start, so that the first real one finds Roslyn warm.</param>
    public CompilerLane(WorkerFleet fleet, SetUpCompiler setup, Body warmUp)
    {
        (_fleet, _setup, _warmUp) = (fleet, setup, warmUp);
        _compiler = StartAsync();
    }

    public Task<Compilation> CompileAsync(Body body, CancellationToken cancellationToken) =>
        AskInTurnAsync(async compiler => Compilation.Of(await AskAsync(compiler, body, Limit).ConfigureAwait(false)), Struck, cancellationToken);

    /// <summary>Compiles the body to a program that takes its literals as values; <see cref="Lifted.Nothing"/> where that cannot be.</summary>
    public Task<Lifted> LiftAsync(Body body, CancellationToken cancellationToken) => AskInTurnAsync(
        async compiler => await AskAsync(compiler, new Lift(body.Text), LiftLimit).ConfigureAwait(false) as Lifted ?? throw compiler.Distrust(),
        _ => Lifted.Nothing,
        cancellationToken);

    public void Dispose() => _turn.Dispose();

    /// <param name="struck">What to answer for a body that was too much, told how.</param>
    private async Task<T> AskInTurnAsync<T>(Func<WorkerProcess, Task<T>> ask, Func<string, T> struck, CancellationToken cancellationToken)
        where T : class
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);

        // The caller may stop waiting, but the compiler owes the answer: its turn ends with it, at the latest at the limit.
        return await InTurnAsync(ask, struck).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> InTurnAsync<T>(Func<WorkerProcess, Task<T>> ask, Func<string, T> struck)
        where T : class
    {
        try
        {
            return await TryAsync(ask, struck).ConfigureAwait(false)
                ?? await TryAsync(ask, struck).ConfigureAwait(false)
                ?? struck("the compiler's process ended on it, twice.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null when the process was lost, which once may be chance.</returns>
    private async Task<T?> TryAsync<T>(Func<WorkerProcess, Task<T>> ask, Func<string, T> struck)
        where T : class
    {
        if (_compiler.IsFaulted)
        {
            _compiler = StartAsync();
        }

        var compiler = await _compiler.ConfigureAwait(false);
        try
        {
            return await ask(compiler).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Replace(compiler);
            return struck($"the compiler was still working on it after {Limit.TotalSeconds} s.");
        }
        catch (WorkerLostException)
        {
            Replace(compiler);
            return null;
        }
    }

    private static Compilation Struck(string detail) => new(null, new Outcome.Failed(OutcomeKind.DoesNotCompile, detail, ByCircumstance: true));

    private void Replace(WorkerProcess compiler)
    {
        _ = compiler.EndAsync();
        _compiler = StartAsync();
    }

    private async Task<WorkerProcess> StartAsync()
    {
        var compiler = _fleet.Start(new WorkerStart("compiler", MemoryBytes: 0, _setup.Setup.References));
        try
        {
            await compiler.SendAsync(_setup, CancellationToken.None).ConfigureAwait(false);
            await AskAsync(compiler, _warmUp, StartLimit).ConfigureAwait(false);
            return compiler;
        }
        catch (Exception exception) when (exception is OperationCanceledException or WorkerLostException)
        {
            _ = compiler.EndAsync();
            throw new InvalidOperationException(
                $"The compiler's process did not compile the first program in {StartLimit.TotalSeconds} s. {exception.Message}", exception);
        }
    }

    private static async Task<CompilerAnswer> AskAsync(WorkerProcess compiler, Body body, TimeSpan limit) =>
        await AskAsync(compiler, new Compile(body.Text), limit).ConfigureAwait(false) as CompilerAnswer ?? throw compiler.Distrust();

    private static async Task<Message> AskAsync(WorkerProcess compiler, Message request, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        await compiler.SendAsync(request, deadline.Token).ConfigureAwait(false);
        return await compiler.ReceiveAsync(inputs: 0, deadline.Token).ConfigureAwait(false);
    }
}
