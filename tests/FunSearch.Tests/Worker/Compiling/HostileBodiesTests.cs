using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Worker.Compiling;

/// <summary>What the compiler's walls say, body by body. Whole hostile programs, through the whole path, are in the suite of their own.</summary>
public class HostileBodiesTests
{
    /// <summary>A body, and what the sentence that refuses it must say.</summary>
    public static TheoryData<string, string> Forbidden() => new()
    {
        // The world outside.
        { """{ return File.ReadAllText("/etc/passwd").Length; }""", "System.IO.File is not on the list" },
        { """{ System.IO.Directory.Delete("/", true); return 0; }""", "System.IO.Directory.Delete is not on the list" },
        { """{ Process.Start("/bin/true"); return 0; }""", "System.Diagnostics.Process is not on the list" },
        { """{ var client = new HttpClient(); return 0; }""", "System.Net.Http.HttpClient is not on the list" },
        { "{ System.Threading.Tasks.Task.Run(() => { }); return 0; }", "System.Threading.Tasks.Task.Run is not on the list" },
        { "{ return Environment.TickCount64; }", "System.Environment.TickCount64 is not on the list" },
        { "{ Console.WriteLine(1); return 0; }", "System.Console.WriteLine is not on the list" },
        { "{ return Random.Shared.Next(); }", "System.Random.Shared is not on the list" },
        { "{ return Stopwatch.GetTimestamp(); }", "System.Diagnostics.Stopwatch is not on the list" },
        { "{ return Guid.NewGuid().GetHashCode(); }", "System.Guid.NewGuid is not on the list" },
        { "{ AppDomain.CurrentDomain.ToString(); return 0; }", "System.AppDomain.CurrentDomain is not on the list" },
        { "{ GC.Collect(); return 0; }", "System.GC.Collect is not on the list" },

        // Reflection and memory.
        { """{ return Type.GetType("System.IO.File").GetHashCode(); }""", "System.Type.GetType is not on the list" },
        { "{ return (double)Activator.CreateInstance<double>(); }", "System.Activator.CreateInstance is not on the list" },
        { "{ return Array.CreateInstance(null, 3).Length; }", "System.Array.CreateInstance is not on the list" },
        { "{ return typeof(double).Name.Length; }", "`typeof` (line 1) is not allowed" },
        { "{ delegate*<int, int> f = null; return 0; }", "`delegate` (line 1) is not allowed" },
        { "{ fixed (double* p = values) { return *p; } }", "`fixed` (line 1) is not allowed" },
        { "{ return __makeref(item) == null ? 0 : 1; }", "`__makeref` (line 1) is not allowed" },
        { "{ System.Runtime.CompilerServices.Unsafe.SkipInit(out item); return item; }", "System.Runtime.CompilerServices.Unsafe.SkipInit is not on the list" },

        // Hash codes and text differ from process to process, or from culture to culture.
        { "{ return n.ToString().Length; }", "System.Int32.ToString is not on the list" },
        { """{ return ("a" + item).Length; }""", "System" },
        { """{ return $"{item}".Length; }""", "An interpolated string (line 1) is not allowed" },
        { "{ return item.GetHashCode(); }", "System.Double.GetHashCode is not on the list" },
        { """{ return double.Parse("1"); }""", "System.Double.Parse is not on the list" },
        { "{ return new { item }.item; }", "(AnonymousObjectCreationExpression) (line 1) is not allowed" },

        // By another road.
        { "{ return new[] { 1, 2 }.Select(x => Convert.ToString(x)).Count(); }", "System.Convert.ToString is not on the list" },
        { "{ return global::System.Environment.TickCount; }", "`::` (line 1) is not allowed" },
        { "{ return @Environment.TickCount; }", "`@Environment` (line 1) is not allowed" },
        { "{ return Problem.Secret; }", "Problem.Secret is not on the list" },
        { "{ return Score(item); }", "Problem.Score is not on the list" },
        { "{ return Problem.Priority(item, values, n); }", "Problem.Priority is not on the list" },

        // Syntax that a pure function does not need.
        { "{ throw new Exception(); }", "`throw` (line 1) is not allowed: return a value" },
        { "{ double F([System.Obsolete] double x) => 1; return F(1); }", "(AttributeList) (line 1) is not allowed" },
        { "{ T Id<T>(T x) => x; return Id(item); }", "A generic local function (line 1) is not allowed" },
        { "{ async void F() { } F(); return 0; }", "`async` (line 1) is not allowed" },
        { "{ IEnumerable<int> F() { yield return 1; } return F().Sum(); }", "`yield` (line 1) is not allowed" },
        { "{ return (from v in values select v).Sum(); }", "`from` (line 1) is not allowed" },
        { "{ return (item as object) == null ? 0 : 1; }", "`as` (line 1) is not allowed: use `is` with a pattern" },
        { "{ lock (values) { return 0; } }", "`lock` (line 1) is not allowed" },
        { "{\n#define X\nreturn 0; }", "`#define X` (line 2) is not allowed" },
        { "{ double __Evolved = 1; return __Evolved; }", "`__Evolved` (line 1) is not allowed: names that begin with __ are taken" },
        { "{ again: return 0; }", "(LabeledStatement) (line 1) is not allowed" },

        // Out of the body.
        { "{ return 0; } public static int X; static double Y() { return 0; }", "`public` (line 1) stands outside the body" },
        { "=> 0;", "`=>` (line 1) stands outside the body" },
        { "{ public static int X; return 0; }", "`public` (line 1) is not allowed" },
        { "{ class C { ~C() { } } return 0; }", "`class` (line 1) is not allowed" },

        // Bombs for the compiler.
        { "{ var a = values.Select(x => x); " + Doubling("var {1} = {0}.GroupBy(x => x);", 24) + " return 0; }", "too many tuples" },
        { "{ return " + string.Concat(Enumerable.Repeat("values.Sum(a => values.Sum(b => a + b)) + ", 60)) + "0; }", "At most 16 lambdas may stand inside others" },
        { "{ return (n, n) switch { " + string.Concat(Enumerable.Range(0, 60).Select(i => $"({i}, _) => {i}, ")) + "_ => 0 }; }", "at most 64 parts" },
    };

    /// <summary>A body, and what the diagnostics must say.</summary>
    public static TheoryData<string, string> Broken() => new()
    {
        { "", "line 1: The body is empty" },
        { "{ return 0;", "line 1: `{` is never closed." },
        { "{ [System.Obsolete] double F() => 1; return F(); }", "line 1: `[` cannot follow `{`." },
        { "{\n  return (0];\n}", "line 2: `]` cannot close the `(` of line 2." },
        { "{ return 0; /* ", "line 1: CS1035" },
        { "{ return \"abc; }", "line 1: CS1010" },
        { "{ return 1 § 2; }", "line 1: CS1056" },
        { "{\n    // A name that nobody knows.\n    return roof;\n}", "line 3: CS0103 The name 'roof' does not exist in the current context" },
        { "// Begins with a comment: {\n{\n    return roof;\n}", "line 3: CS0103" },
        { "{ if (n > 0) { return 1; } }", "line 1: CS0161" },
        { "{ return 1 }", "line 1: CS1002" },
        { "{ return 99999999999999999999999; }", "line 1: CS1021" },
        { "{ " + string.Concat(Enumerable.Repeat("List<", 1600)) + " }", "line 1: `}` cannot follow `<`." },
        { "{ " + string.Concat(Enumerable.Repeat("[ ??= ] ", 900)) + " }", "line 1: `[` cannot follow `{`." },
        { "{ " + string.Concat(Enumerable.Repeat("a [ ??= ] ", 700)) + " }", "line 1: `??=` cannot follow `[`." },
        { "{ " + string.Concat(Enumerable.Repeat("% ? ", 1900)) + " }", "line 1: `%` cannot follow `{`." },
        { "{ " + string.Concat(Enumerable.Repeat("a < b > (c) ", 600)) + " }", "line 1: CS" },
        { "{ List<System.IO.File> files = null; return 0; }", "line 1: CS0718" },
        { "{ int a = b; int c = d; int e = f; int g = h; return 0; }", "'f'" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void What_a_candidate_may_not_do_is_refused_by_name(string body, string expected)
    {
        var compiled = CandidateWorkshop.Compiler.Compile(body);

        var forbidden = Assert.IsType<Compiled.Forbidden>(compiled);
        Assert.Contains(expected, forbidden.What, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_program_is_told_with_its_line(string body, string expected)
    {
        var compiled = CandidateWorkshop.Compiler.Compile(body);

        var broken = Assert.IsType<Compiled.DoesNotCompile>(compiled);
        Assert.Contains(expected, broken.Diagnostics, StringComparison.Ordinal);
        Assert.InRange(broken.Diagnostics.Split('\n').Length, 1, 3);
    }

    private static string Doubling(string line, int times) =>
        string.Join(' ', Enumerable.Range(0, times).Select(i => string.Format(line, (char)('a' + i), (char)('b' + i))));
}
