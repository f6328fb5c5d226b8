using System.Runtime.InteropServices;

namespace FunSearch.App;

/// <summary>Ctrl-C and SIGTERM: the first asks to finish cleanly, the second ends the process at once.</summary>
internal sealed class Interrupt : IDisposable
{
    // Never disposed: a signal that is being handled while the process ends still finds it.
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupt() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
        {
            ShowCursor();
            Environment.Exit(ExitCodes.Interrupted);
        }

        _source.Cancel();
    }

    // The live view hides it, and now does not come to show it again.
    private static void ShowCursor()
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Out.Write("\e[?25h");
        }
    }
}
