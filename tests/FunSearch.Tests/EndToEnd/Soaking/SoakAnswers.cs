using System.Text.Json;

namespace FunSearch.Tests.EndToEnd.Soaking;

/// <summary>
/// Answers of which no two hold the same program, nor programs that differ in their literals alone. A few in a hundred do harm that a worker
/// survives; at the beginning and at the very end some cost a runner its life, so that in between the same processes grow old.
/// </summary>
/// <param name="Count">At most <see cref="Shapes"/>.</param>
internal sealed record SoakAnswers(int Count)
{
    public const int Shapes = 8 * 8 * 8 * 8 * 8;

    private const string TimeKiller = "var room = new double[10_000_000]; while (true) { Array.Fill(room, 1.5); }";
    private const string MemoryKiller = "var all = new List<double[]>(); for (var n = 0; ; n++) { all.Add(new double[1 << 20]); all[n][n] = 1; }";

    // By number modulo 100.
    private static readonly Dictionary<int, (string Statement, string Outcome)> Harms = new()
    {
        [11] = ("var none = terms[9];", "crashed"),
        [22] = ("while (true) { }", "timed_out"),
        [33] = ("double Down(double x) { return Down(x + 1) + 1; } terms.Add((int)Down(1));", "crashed"),
        [44] = ("var unknown = nothing;", "does_not_compile"),
        [55] = ("var text = System.IO.File.ReadAllText(\"/etc/passwd\");", "forbidden"),
        [66] = ("double nought = terms.Count - 3; if (vector.Length > 0) { return 1 / nought; }", "not_finite"),
    };

    // Each digit of a program's number, base 8, is one of these.
    private static readonly string[] Terms =
    [
        "+ vector[0]",
        "- vector[1]",
        "* (1 + vector[2])",
        "+ Math.Abs(vector[0] - vector[1])",
        "- Math.Max(vector[1], vector[2])",
        "+ Twice(vector[1])",
        "+ terms.Where(term => term > 1).Count()",
        "- terms.Select(Twice).Sum()",
    ];

    /// <summary>How many programs end as what.</summary>
    public IReadOnlyDictionary<string, int> Outcomes { get; } = Enumerable.Range(0, Count).CountBy(number => OutcomeOf(number, Count)).ToDictionary();

    /// <summary>JSON Lines.</summary>
    public string Text => string.Join('\n', Enumerable.Range(0, Count).Select(number => JsonSerializer.Serialize(new { answer = Answer(number) })));

    private static string OutcomeOf(int number, int count) =>
        Killer(number, count) is { } killer ? (killer == TimeKiller ? "timed_out" : "out_of_memory")
        : Harms.TryGetValue(number % 100, out var harm) ? harm.Outcome
        : "scored";

    private static string? Killer(int number, int count) =>
        number % 100 != 99 || (number > count / 4 && number < count - 200) ? null
        : number % 200 == 99 ? TimeKiller
        : MemoryKiller;

    private string Answer(int number)
    {
        var harm = Killer(number, Count) ?? (Harms.TryGetValue(number % 100, out var found) ? found.Statement : "");
        return $$"""
            ```csharp
            public static double Priority(ReadOnlySpan<int> vector)
            {
                double Twice(int x) => 2.0 * x;
                var terms = new List<int>(vector.ToArray());
                {{harm}}
                return 1.0 {{string.Join(' ', Digits(number).Select(digit => Terms[digit]))}};
            }
            ```
            """;
    }

    private static IEnumerable<int> Digits(int number)
    {
        for (var place = 1; place < Shapes; place *= 8)
        {
            yield return number / place % 8;
        }
    }
}
