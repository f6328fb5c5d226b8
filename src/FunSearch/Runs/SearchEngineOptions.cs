using FunSearch.Evaluation;

namespace FunSearch.Runs;

/// <summary>Where an engine works.</summary>
public sealed record SearchEngineOptions
{
    /// <summary>The file that runs are stored in; made where it is missing.</summary>
    /// <value>Default <c>.funsearch/store.db</c> in the current folder: the store of the command line, which then shows and exports what a
    /// program has searched, and resumes and replays it unless the proposer was the program's own.</value>
    public string Store { get; set; } = Path.Combine(".funsearch", "store.db");

    /// <summary>Candidates that are run at once, each in a process of its own.</summary>
    /// <value>Default: one a core.</value>
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>Lets a model's programs, and those that a search is told to begin with, run where the process wall (seccomp) cannot be
    /// built: anywhere but on Linux x64, and in some containers. They could do there whatever this process may.</summary>
    /// <value>Default false: such a search does not start.</value>
    public bool AllowUnsandboxed { get; set; }

    /// <summary>For tests of what is refused where one is missing.</summary>
    internal Walls Walls { get; init; } = Walls.All;
}
