using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;

namespace FunSearch.Tests.Worker.Compiling;

[Collection(CandidateWorkshop.FuelInTurn)]
public sealed class FuelWeaverTests : IDisposable
{
    private const long Plenty = 1_000_000_000;

    public void Dispose() => Fuel.Fill(long.MaxValue, Plenty);

    [Theory]
    [InlineData("{ while (true) { } }")]
    [InlineData("{ while (true) ; }")]
    [InlineData("{ do { } while (true); }")]
    [InlineData("{ for (;;) { } }")]
    [InlineData("{ for (;;) if (n > 9) return 1; }")]
    [InlineData("{ for (int i = 0; i < 10; i--) { i++; } return 1; }")]
    [InlineData("{ while (true) { switch (n) { case 5: continue; default: return 1; } } }")]
    [InlineData("{ foreach (var a in Enumerable.Repeat(1, int.MaxValue)) foreach (var (k, v) in new Dictionary<int, int> { [1] = 2 }) item += v; return item; }")]
    [InlineData("{ return Enumerable.Range(0, int.MaxValue).Select(x => x * item).Sum(); }")]
    [InlineData("{ return Enumerable.Range(0, int.MaxValue).Where(x => { return x < 0; }).Count(); }")]
    [InlineData("{ double sum = 0; Array.ForEach(new int[200_000], x => sum += x); Array.ForEach(new int[200_000], x => Help(x)); return sum; }")]
    [InlineData("{ var list = Enumerable.Range(0, 200_000).ToList(); list.Sort((a, b) => b - a); return list[0]; }")]
    public void What_does_not_end_in_time_runs_out_of_fuel(string body)
    {
        var function = Woven(body);
        Fuel.Fill(100_000, Plenty);

        Assert.ThrowsAny<Exception>(() => Call(function));

        Assert.Equal(SpentKind.Fuel, Fuel.Spent);
    }

    [Theory]
    [InlineData("{ return Priority(item, values, n + 1) + 1; }")]
    [InlineData("{ double Down(double x) { return Down(x + 1) + 1; } return Down(item); }")]
    [InlineData("{ static double Down(double x) => Down(x + 1) + 1; return Down(item); }")]
    [InlineData("{ void Down() => Down(); Down(); return 1; }")]
    [InlineData("{ Func<double, double> down = x => x; down = x => down(x + 1) + 1; return down(item); }")]
    [InlineData("{ Func<double, double> down = x => x; down = x => Math.Abs(down(x + 1)); return down(item); }")]
    [InlineData("{ Action<double> down = x => { }; down = x => down(x + 1); down(item); return 1; }")]
    [InlineData("{ Func<double> down = () => 1; down = () => { return values.Select(v => down()).Sum(); }; return down(); }")]
    [InlineData("{ double A(double x) => B(x); double B(double x) => A(x); return A(item); }")]
    public void Recursion_without_end_stops_before_the_stack_overflows(string body)
    {
        var function = Woven(body);
        Fuel.Fill(10_000_000, Plenty);

        var exception = Assert.ThrowsAny<Exception>(() => CallOnSmallStack(function));

        // What the JIT makes a loop of needs no stack.
        Assert.True(exception.Is<InsufficientExecutionStackException>() || Fuel.Spent == SpentKind.Fuel, exception.ToString());
    }

    [Theory]
    [InlineData("{ while (true) { values = values.ToArray(); } }")]
    [InlineData("{ var all = new List<double[]>(); for (;;) all.Add(new double[1000]); }")]
    public void Allocating_without_end_stops_at_its_budget(string body)
    {
        var function = Woven(body);
        Fuel.Fill(Plenty, 10_000_000);

        Assert.ThrowsAny<Exception>(() => Call(function));

        Assert.Equal(SpentKind.Allocation, Fuel.Spent);
    }

    [Fact]
    public void However_much_a_round_allocates_twice_the_budget_is_never_taken()
    {
        var function = Woven("{ var rounds = 0; Go(); return rounds; void Go() { while (true) { values = Enumerable.Repeat(item, 1_000_000).ToArray(); rounds++; } } }");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fuel.Fill(Plenty, 100_000_000);

        Assert.ThrowsAny<Exception>(() => Call(function));

        Assert.Equal(SpentKind.Allocation, Fuel.Spent);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 100_000_000, 200_000_000);
    }

    [Fact]
    public void What_was_allocated_without_a_loop_is_seen_afterwards()
    {
        var function = Woven("{ return Enumerable.Repeat(item, 1_000_000).ToArray()[n]; }");
        Fuel.Fill(Plenty, 1_000_000);

        Call(function);

        Assert.True(Fuel.IsSpent());
        Assert.Equal(SpentKind.Allocation, Fuel.Spent);
    }

    [Fact]
    public void The_verdict_depends_on_the_count_alone()
    {
        var function = Woven("{ for (int i = 0; i < 250_000; i++) { item += i; } return item; }");

        for (var repeat = 0; repeat < 100; repeat++)
        {
            Fuel.Fill(250_000, Plenty);
            Call(function);
            Assert.Null(Fuel.Spent);

            Fuel.Fill(249_999, Plenty);
            Assert.ThrowsAny<Exception>(() => Call(function));
            Assert.Equal(SpentKind.Fuel, Fuel.Spent);
        }
    }

    [Fact]
    public void A_call_of_the_specification_pays_for_it_may_lead_back_here()
    {
        var image = ((Compiled.Image)CandidateWorkshop.Compiler.Compile("{ return Help(item); }")).Bytes;
        var function = CandidateWorkshop.Function(image);
        Fuel.Fill(100, Plenty);

        for (var call = 0; call < 100; call++)
        {
            Call(function);
        }

        Assert.Throws<InvalidOperationException>(() => Call(function));
        Assert.Equal(SpentKind.Fuel, Fuel.Spent);
    }

    [Theory]
    [InlineData("{ return item - n; }")]
    [InlineData("{ if (item > n) { return values[0]; } return Math.Max(item, values[n - 4]); }")]
    public void A_body_without_loops_and_functions_is_left_as_it_is(string body)
    {
        var image = ((Compiled.Image)CandidateWorkshop.Compiler.Compile(body)).Bytes;

        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        Assert.DoesNotContain(
            metadata.MemberReferences.Select(metadata.GetMemberReference), member => metadata.GetString(member.Name) is nameof(Fuel.Left) or nameof(Fuel.Out) or nameof(Fuel.Enter));
    }

    [Fact]
    public void Lambdas_return_what_they_returned()
    {
        var function = Woven("""
            {
                int count = 0;
                var seen = new HashSet<int>();
                Func<int> next = () => ++count;
                Func<int, bool> add = x => seen.Add(x);
                Action<int> put = x => seen.Add(x);
                Action more = () => count += 10;
                Func<int[]> none = () => [];
                Func<double?> nothing = () => null;
                Func<(int, string)> pair = () => (1, null);
                Func<int, Func<int, int>> sum = a => b => a + b;
                put(7);
                more();
                new List<int> { 1, 2 }.ForEach(x => seen.Add(x));
                return next() + (add(7) ? 100 : 0) + none().Length + (nothing() ?? 0) + pair().Item1 + sum(1)(2) + seen.Count;
            }
            """);
        Fuel.Fill(1_000, Plenty);

        Assert.Equal(11 + 1 + 3 + 3.0, Call(function));
    }

    [Theory]
    [InlineData("{\n    for (;;)\n        item = x;\n}", "line 3: CS0103 The name 'x' does not exist in the current context")]
    [InlineData("{\n    Func<double, double> f = a => a * x;\n    return f(1);\n}", "line 2: CS0103 The name 'x' does not exist in the current context")]
    [InlineData("{ Func<double, double> f = a => Array.Clear(values); return f(1); }", "line 1: CS0029 Cannot implicitly convert type 'void' to 'double'")]
    public void Mistakes_are_told_of_the_body_as_it_was_written(string body, string diagnostic)
    {
        var compiled = Assert.IsType<Compiled.DoesNotCompile>(CandidateWorkshop.Compiler.Compile(body));

        Assert.StartsWith(diagnostic, compiled.Diagnostics, StringComparison.Ordinal);
        Assert.DoesNotContain("__", compiled.Diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ __Fuel.Left = 9; return 1; }")]
    [InlineData("{ \\u005f_Fuel.Left = 9; return 1; }")]
    [InlineData("{ __fuel::FunSearch.Worker.Running.Fuel.Left = 9; return 1; }")]
    [InlineData("{ FunSearch.Worker.Running.Fuel.Left = 9; return 1; }")]
    [InlineData("{ Fuel.Left = 9; return 1; }")]
    public void No_candidate_fills_its_own_tank(string body)
    {
        Assert.IsNotType<Compiled.Image>(CandidateWorkshop.Compiler.Compile(body));
    }

    private static MethodInfo Woven(string body)
    {
        var compiled = CandidateWorkshop.Compiler.Compile(body);
        return CandidateWorkshop.Function(Assert.IsType<Compiled.Image>(compiled).Bytes);
    }

    private static double Call(MethodInfo function) =>
        (double)function.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [2.0, new[] { 3.0, 1.0, 2.0 }, 5], null)!;

    private static void CallOnSmallStack(MethodInfo function)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => Call(function)), RunnerRole.StackBytes);
        thread.Start();
        thread.Join();
        if (thrown is not null)
        {
            throw thrown;
        }
    }
}
