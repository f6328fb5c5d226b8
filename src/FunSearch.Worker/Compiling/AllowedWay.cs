namespace FunSearch.Worker.Compiling;

/// <summary>What to do in place of something that a candidate may not use, for the person or the model that wrote it.</summary>
internal static class AllowedWay
{
    private const string OneThread = "A candidate runs on one thread: write a loop";
    private const string NoChance = "A candidate has no chance of its own: make the decision from its parameters";
    private const string NoClock = "A candidate has no clock: its limits are counted for it";
    private const string NoText = "A candidate makes no text: return numbers";
    private const string NoOutput = "A candidate prints nothing: what it returns is all that counts";
    private const string NoFiles = "A candidate reads and writes nothing: all that it may know are its parameters";
    private const string Copies = "Use arrays, spans and ordinary assignments";

    private static readonly (string Start, string Way)[] Ways =
    [
        ("System.Random", NoChance),
        ("System.Guid", NoChance),
        ("System.Security.Cryptography", NoChance),
        ("System.DateTime", NoClock),
        ("System.TimeSpan", NoClock),
        ("System.TimeProvider", NoClock),
        ("System.Diagnostics.Stopwatch", NoClock),
        ("System.Diagnostics.Debug", NoOutput),
        ("System.Diagnostics.Trace", NoOutput),
        ("System.Console", NoOutput),
        ("System.Threading", OneThread),
        ("System.Linq.ParallelEnumerable", OneThread),
        ("System.IO", NoFiles),
        ("System.Net", NoFiles),
        ("System.Environment", NoFiles),
        ("System.Diagnostics.Process", NoFiles),
        ("System.Text", NoText),
        ("System.String", NoText),
        ("System.Runtime", Copies),
        ("System.Buffer", Copies),
        ("System.GC", "Memory is taken care of: leave it out"),
        ("System.Collections.Concurrent", "A candidate runs on one thread: use Dictionary, Queue or List"),
        ("System.Collections.Immutable", "Use List, Dictionary or HashSet"),
        ("System.Collections.ArrayList", "Use List"),
        ("System.Collections.Hashtable", "Use Dictionary"),
        ("System.Numerics.Vector", "Use arrays or spans, and a loop"),
    ];

    // Of any type.
    private static readonly (string End, string Way)[] Members =
    [
        (".ToString", NoText),
        (".Parse", NoText),
        (".TryParse", NoText),
        (".GetHashCode", "It differs from process to process: compute a number from the values"),
        (".GetType", "Use `is` with a pattern"),
    ];

    /// <summary>A sentence without its full stop; null when there is nothing to say.</summary>
    /// <param name="symbol">As source writes it: <c>new System.Random</c>, <c>System.IO.File.ReadAllText</c>.</param>
    public static string? Of(string symbol)
    {
        var name = symbol.StartsWith("new ", StringComparison.Ordinal) ? symbol["new ".Length..] : symbol;
        return !name.StartsWith("System.", StringComparison.Ordinal)
            ? null
            : Members.FirstOrDefault(member => name.EndsWith(member.End, StringComparison.Ordinal)).Way
                ?? Ways.FirstOrDefault(way => name.StartsWith(way.Start, StringComparison.Ordinal)).Way;
    }
}
