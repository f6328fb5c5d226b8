using FunSearch.Programs;
using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Hostile;

/// <summary>Which wall or limit stopped a program: each speaks a sentence of its own.</summary>
internal static class Wall
{
    /// <summary>Stops a process, which is then gone; all others leave the runner as it was.</summary>
    public static readonly string[] Deadly = ["wall clock", "memory limit", "frame check", "end of its process", "compiler's clock"];

    /// <summary>These stop a program before it runs.</summary>
    public static readonly string[] OfLanguage = ["token scan", "syntax wall", "compiler", "member list"];

    private static readonly (string Sentence, string Wall)[] Sentences =
    [
        ("the compiler was still working on it", "compiler's clock"),
        ("rounds of loops and calls", "fuel"),
        ("it allocated more than", "allocation budget"),
        ("call themselves or each other too deep", "stack check"),
        ("it asked for more memory than a runner has", "memory limit"),
        ("ended the process: out of memory", "memory limit"),
        ("was still running after", "wall clock"),
        ("it wrote what no worker writes", "frame check"),
        ("ended the process", "end of its process"),
        ("NotFiniteNumberException", "finite check"),
        ("the score is", "finite check"),
        ("UnauthorizedAccessException", "process wall"),
        ("errno 1", "process wall"),
        ("(1): ", "process wall"),
        ("and gets none", "process wall"),
        ("EPERM", "process wall"),
        ("Access is denied", "process wall"),
        ("Exception: refused", "process wall"),
        ("no secret", "empty environment"),
    ];

    public static string That(string body, Outcome outcome) => outcome switch
    {
        Outcome.Failed failed when Sentences.FirstOrDefault(sentence => failed.Detail.Contains(sentence.Sentence, StringComparison.Ordinal)) is { Wall: { } wall } => wall,
        Outcome.Failed { Why: OutcomeKind.Forbidden or OutcomeKind.DoesNotCompile } when TokenScan.Refuse(body) is not null => "token scan",
        Outcome.Failed { Why: OutcomeKind.DoesNotCompile } => "compiler",
        Outcome.Failed { Why: OutcomeKind.Forbidden } refused => refused.Detail.Contains("is not on the list", StringComparison.Ordinal) ? "member list" : "syntax wall",
        Outcome.Failed => "its own exception",
        _ => "nothing",
    };
}
