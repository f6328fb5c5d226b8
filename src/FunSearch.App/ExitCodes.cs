namespace FunSearch.App;

/// <summary>What scripts are told.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Could not start or go on: a bad specification, a store, a file.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary><c>evaluate</c> of a program that did not score.</summary>
    public const int DidNotScore = 3;

    /// <summary>A target was given and not reached.</summary>
    public const int TargetMissed = 4;

    /// <summary><c>replay</c> found a difference.</summary>
    public const int Differed = 4;

    /// <summary>By Ctrl-C or SIGTERM; a run can be resumed.</summary>
    public const int Interrupted = 130;
}
