using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Worker.Compiling;

public class HostileBodiesTests
{
    /// <summary>A body, and what the sentence that refuses it must say.</summary>
    public static TheoryData<string, string> Forbidden() => new()
    {
        // The world outside.
        { """{ return System.IO.File.ReadAllText("/etc/passwd").Length; }""", "System.IO.File.ReadAllText is not on the list" },
        { """{ return File.ReadAllText("/etc/passwd").Length; }""", "System.IO.File is not on the list" },
        { """{ System.IO.Directory.Delete("/", true); return 0; }""", "System.IO.Directory.Delete is not on the list" },
        { """{ System.Diagnostics.Process.Start("/bin/true"); return 0; }""", "System.Diagnostics.Process.Start is not on the list" },
        { """{ Process.Start("/bin/true"); return 0; }""", "System.Diagnostics.Process is not on the list" },
        { """{ var client = new HttpClient(); return 0; }""", "System.Net.Http.HttpClient is not on the list" },
        { """{ var socket = new System.Net.Sockets.TcpClient("localhost", 80); return 0; }""", "new System.Net.Sockets.TcpClient is not on the list" },
        { "{ new System.Threading.Thread(() => { }).Start(); return 0; }", "System.Threading.Thread" },
        { "{ System.Threading.Tasks.Task.Run(() => { }); return 0; }", "System.Threading.Tasks.Task.Run is not on the list" },
        { "{ Environment.Exit(0); return 0; }", "System.Environment.Exit is not on the list" },
        { """{ Environment.FailFast("now"); return 0; }""", "System.Environment.FailFast is not on the list" },
        { "{ return Environment.TickCount64; }", "System.Environment.TickCount64 is not on the list" },
        { "{ Console.WriteLine(1); return 0; }", "System.Console.WriteLine is not on the list" },
        { "{ return new Random().NextDouble(); }", "new System.Random is not on the list" },
        { "{ return Random.Shared.Next(); }", "System.Random.Shared is not on the list" },
        { "{ return Enumerable.Range(0, 9).Shuffle().First(); }", "System.Linq.Enumerable.Shuffle is not on the list" },
        { "{ return DateTime.Now.Ticks; }", "System.DateTime.Now is not on the list" },
        { "{ return Stopwatch.GetTimestamp(); }", "System.Diagnostics.Stopwatch is not on the list" },
        { "{ return Guid.NewGuid().GetHashCode(); }", "System.Guid.NewGuid is not on the list" },
        { "{ AppDomain.CurrentDomain.ToString(); return 0; }", "System.AppDomain.CurrentDomain is not on the list" },
        { "{ GC.Collect(); return 0; }", "System.GC.Collect is not on the list" },

        // Reflection and memory.
        { "{ return item.GetType().Assembly.GetTypes().Length; }", "System.Object.GetType is not on the list" },
        { """{ return Type.GetType("System.IO.File").GetHashCode(); }""", "System.Type.GetType is not on the list" },
        { "{ return (double)Activator.CreateInstance<double>(); }", "System.Activator.CreateInstance is not on the list" },
        { "{ return Array.CreateInstance(null, 3).Length; }", "System.Array.CreateInstance is not on the list" },
        { "{ return typeof(double).Name.Length; }", "`typeof` (line 1) is not allowed" },
        { "{ return System.Runtime.CompilerServices.Unsafe.As<double, long>(ref item); }", "System.Runtime.CompilerServices.Unsafe.As is not on the list" },
        { "{ return System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref item, 99)[98]; }", "System.Runtime.InteropServices.MemoryMarshal.CreateSpan is not on the list" },
        { "{ var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(9); return 0; }", "System.Runtime.InteropServices.Marshal.AllocHGlobal is not on the list" },
        { "{ unsafe { double* p = &item; return *p; } }", "`unsafe` (line 1) is not allowed" },
        { "{ Span<int> s = stackalloc int[1000000]; return s[0]; }", "`stackalloc` (line 1) is not allowed: use new" },
        { "{ delegate*<int, int> f = null; return 0; }", "`delegate` (line 1) is not allowed" },
        { "{ fixed (double* p = values) { return *p; } }", "`fixed` (line 1) is not allowed" },
        { "{ return __makeref(item) == null ? 0 : 1; }", "`__makeref` (line 1) is not allowed" },
        { "{ System.Runtime.CompilerServices.Unsafe.SkipInit(out item); return item; }", "System.Runtime.CompilerServices.Unsafe.SkipInit is not on the list" },

        // Hash codes and text differ from process to process, or from culture to culture.
        { "{ return n.ToString().Length; }", "System.Int32.ToString is not on the list" },
        { """{ return ("a" + item).Length; }""", "System" },
        { """{ return $"{item}".Length; }""", "An interpolated string (line 1) is not allowed" },
        { "{ return new string('a', 1000000000).Length; }", "new System.String is not on the list" },
        { "{ return item.GetHashCode(); }", "System.Double.GetHashCode is not on the list" },
        { "{ return HashCode.Combine(item, n); }", "System.HashCode.Combine is not on the list" },
        { """{ return double.Parse("1"); }""", "System.Double.Parse is not on the list" },
        { "{ return new { item }.item; }", "(AnonymousObjectCreationExpression) (line 1) is not allowed" },

        // By another road.
        { "{ Func<string, string> f = System.IO.File.ReadAllText; return f(null).Length; }", "System.IO.File.ReadAllText is not on the list" },
        { "{ var list = new List<System.IO.FileInfo>(); return list.Count; }", "System.IO.FileInfo is not on the list" },
        { "{ return new[] { 1, 2 }.Select(x => Convert.ToString(x)).Count(); }", "System.Convert.ToString is not on the list" },
        { "{ return global::System.Environment.TickCount; }", "`::` (line 1) is not allowed" },
        { "{ return \\u0045nvironment.TickCount; }", "`\\u0045nvironment` (line 1) is not allowed" },
        { "{ return @Environment.TickCount; }", "`@Environment` (line 1) is not allowed" },
        { "{ return Problem.Secret; }", "Problem.Secret is not on the list" },
        { "{ return Score(item); }", "Problem.Score is not on the list" },
        { "{ return Problem.Priority(item, values, n); }", "Problem.Priority is not on the list" },

        // Syntax that a pure function does not need.
        { "{\n    again:\n    goto again;\n}", "`goto` (line 3) is not allowed: use break, continue or return" },
        { "{ try { return 1 / n; } catch { return 0; } }", "`try` (line 1) is not allowed" },
        { "{ throw new Exception(); }", "`throw` (line 1) is not allowed: return a value" },
        { "{ double F([System.Obsolete] double x) => 1; return F(1); }", "(AttributeList) (line 1) is not allowed" },
        { "{ T Id<T>(T x) => x; return Id(item); }", "A generic local function (line 1) is not allowed" },
        { "{ dynamic d = item; return d; }", "`dynamic` (line 1) is not allowed" },
        { "{ async void F() { } F(); return 0; }", "`async` (line 1) is not allowed" },
        { "{ IEnumerable<int> F() { yield return 1; } return F().Sum(); }", "`yield` (line 1) is not allowed" },
        { "{ return (from v in values select v).Sum(); }", "`from` (line 1) is not allowed" },
        { "{ return (item as object) == null ? 0 : 1; }", "`as` (line 1) is not allowed: use `is` with a pattern" },
        { "{ lock (values) { return 0; } }", "`lock` (line 1) is not allowed" },
        { "{ using var e = new List<int>().GetEnumerator(); return 0; }", "`using` (line 1) is not allowed" },
        { "{\n#define X\nreturn 0; }", "`#define X` (line 2) is not allowed" },
        { "{ double __Evolved = 1; return __Evolved; }", "`__Evolved` (line 1) is not allowed: names that begin with __ are taken" },
        { "{ again: return 0; }", "(LabeledStatement) (line 1) is not allowed" },
        { """{ const string a = "x"; const string b = a + a; return b.Length; }""", "A const that is no number (line 1) is not allowed" },

        // Out of the body.
        { "{ return 0; } public static int X; static double Y() { return 0; }", "`public` (line 1) stands outside the body" },
        { "{ return 0; } } public static class Evil { static Evil() { }", "`}` (line 1) stands outside the body" },
        { "=> 0;", "`=>` (line 1) stands outside the body" },
        { "{ public static int X; return 0; }", "`public` (line 1) is not allowed" },
        { "{ class C { ~C() { } } return 0; }", "`class` (line 1) is not allowed" },

        // Bombs for the compiler.
        { "{ return 0; /*" + new string('x', 9000) + "*/ }", "The body has 9018 characters; at most 8192 are allowed." },
        { "{ return " + new string('[', 7500), "open bracket; at most 16 may be open at once" },
        { "{ return " + new string('(', 4000) + "1" + new string(')', 4000) + "; }", "open bracket; at most 16 may be open at once" },
        { "{ return " + string.Concat(Enumerable.Repeat("1 + ", 2000)) + "1; }", "nested more than 200 deep" },
        { "{ return " + string.Concat(Enumerable.Repeat("-", 4000)) + "item; }", "nested more than 200 deep" },
        { "{ List<int> x = new " + string.Concat(Enumerable.Repeat("List<", 800)) + "int" + new string('>', 800) + "(); return 0; }", "nested more than 200 deep" },
        { "{ if (n > 0) " + string.Concat(Enumerable.Repeat("if (n > 0) ", 500)) + "return 1; return 0; }", "nested more than 200 deep" },
        { "{ var a = (1, 1, 1, 1); " + Doubling("var {1} = ({0}, {0}, {0}, {0});", 12) + " return 0; }", "too many tuples" },
        { "{ var a = values.Select(x => x); " + Doubling("var {1} = {0}.Zip({0});", 24) + " return 0; }", "too many tuples" },
        { "{ var a = values.Select(x => x); " + Doubling("var {1} = {0}.GroupBy(x => x);", 24) + " return 0; }", "too many tuples" },
        { "{ return values.Sum(a => values.Sum(b => values.Sum(c => a + b + c))); }", "At most 2 lambdas may stand inside each other; use a local function (line 1)." },
        { "{ return " + string.Concat(Enumerable.Repeat("values.Sum(a => values.Sum(b => a + b)) + ", 60)) + "0; }", "At most 16 lambdas may stand inside others" },
        { "{ return (n, n, n, n, n) is (1, _, _, _, 2) ? 1 : 0; }", "A pattern may have at most 4 parts" },
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
        { "{ return " + new string('9', 8000) + "; }", "line 1: CS1021" },
        { "{ " + string.Concat(Enumerable.Repeat("List<", 1600)) + " }", "line 1: `}` cannot follow `<`." },
        { "{ ((((((( " + string.Concat(Enumerable.Repeat("checked 1 ", 700)) + " ))))))) }", "line 1: `1` cannot follow `checked`." },
        { "{ " + string.Concat(Enumerable.Repeat("[ ??= ] ", 900)) + " }", "line 1: `[` cannot follow `{`." },
        { "{ " + string.Concat(Enumerable.Repeat("a [ ??= ] ", 700)) + " }", "line 1: `??=` cannot follow `[`." },
        { "{ " + string.Concat(Enumerable.Repeat("% ? ", 1900)) + " }", "line 1: `%` cannot follow `{`." },
        { "{ " + string.Concat(Enumerable.Repeat("a < b > (c) ", 600)) + " }", "line 1: CS" },
        { "{ List<System.IO.File> files = null; return 0; }", "line 1: CS0718" },
        { "{ double " + new string('x', 5000) + "() => 1; return 0; }", "line 1: CS7013" },
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
