namespace FunSearch.Worker.Walls;

/// <summary>The layers in which the kernel keeps a worker from the machine, besides its limits.</summary>
/// <param name="Landlock">From its start on it reads only what it needs, writes nowhere, and reaches nobody by TCP or signal.</param>
/// <param name="Seccomp">Once it is set up it opens, sends and starts nothing at all.</param>
internal sealed record ProcessWall(bool Landlock, bool Seccomp)
{
    /// <summary>All that can be built on this machine. A worker that cannot build what it was asked for does not start.</summary>
    public static ProcessWall Here { get; } = new(Walls.Landlock.Version > 0, Walls.Seccomp.IsAvailable);

    public static ProcessWall None { get; } = new(Landlock: false, Seccomp: false);

    /// <summary>For the middle of a sentence: <c>on (Landlock, seccomp)</c>.</summary>
    public string Description => (Landlock, Seccomp) switch
    {
        (true, true) => "on (Landlock, seccomp)",
        (false, true) => "on (seccomp, without Landlock)",
        (true, false) => "half up (Landlock, without seccomp)",
        _ => "off (no Landlock, no seccomp)",
    };

    /// <summary>True when a program that nobody has read may run behind it. Landlock alone lets it send datagrams and start processes.</summary>
    public bool Holds => Seccomp;
}
