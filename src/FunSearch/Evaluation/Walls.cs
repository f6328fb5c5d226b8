using FunSearch.Worker.Walls;

namespace FunSearch.Evaluation;

/// <summary>What stands between a candidate and this machine, besides its limits. Tests take one away, to see the others hold.</summary>
/// <param name="Language">A candidate names only what is on the list.</param>
/// <param name="Process">The kernel refuses what it may not do.</param>
internal sealed record Walls(bool Language, ProcessWall Process)
{
    /// <summary>Every one that this machine can build.</summary>
    public static Walls All { get; } = new(Language: true, ProcessWall.Here);

    /// <summary>What a worker is asked to put up itself.</summary>
    public WorkerWalls OfWorker => new(Language, Process.Seccomp);

    /// <summary>Which of them stand, as one line for people.</summary>
    public string Describe() =>
        $"walls: language wall {(Language ? "on" : "off")}, process wall {Process.Description}, "
        + $"limits on time and memory (by {(OperatingSystem.IsLinux() ? "rlimit" : "the collector's own limit")}), killed with all it started";
}
