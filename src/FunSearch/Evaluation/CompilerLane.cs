using FunSearch.Programs;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>The one compiler process, started warm and replaced when a body is too much for it. Thread-safe: one body at a time.</summary>
internal sealed class CompilerLane : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
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

    public async Task<Compilation> CompileAsync(Body body, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);

        // The caller may stop waiting, but the compiler owes the answer: its turn ends with it, at the latest at the limit.
        return await InTurnAsync(body).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Compilation> InTurnAsync(Body body)
    {
        try
        {
            return await TryAsync(body).ConfigureAwait(false)
                ?? await TryAsync(body).ConfigureAwait(false)
                ?? Struck("the compiler's process ended on it, twice.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null when the process was lost, which once may be chance.</returns>
    private async Task<Compilation?> TryAsync(Body body)
    {
        if (_compiler.IsFaulted)
        {
            _compiler = StartAsync();
        }

        var compiler = await _compiler.ConfigureAwait(false);
        try
        {
            return Compilation.Of(await AskAsync(compiler, body, Limit).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            Replace(compiler);
            return Struck($"the compiler was still working on it after {Limit.TotalSeconds} s.");
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

    private static async Task<CompilerAnswer> AskAsync(WorkerProcess compiler, Body body, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        await compiler.SendAsync(new Compile(body.Text), deadline.Token).ConfigureAwait(false);
        var answer = await compiler.ReceiveAsync(inputs: 0, deadline.Token).ConfigureAwait(false);
        return answer as CompilerAnswer ?? throw compiler.Distrust();
    }
}
