using System.Reflection;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Tests.Evaluation;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Worker.Compiling;

[Collection(CandidateWorkshop.FuelInTurn)]
public sealed class LiteralLifterTests : IDisposable
{
    /// <summary>Every way in which a function of the library is given numbers that the machine could work out beforehand.</summary>
    private static readonly string[] Functions =
    [
        .. new[]
        {
            "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Ceiling", "Cos", "Cosh", "Exp", "Floor", "Log", "Log10", "Log2", "Round",
            "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate", "BitIncrement",
        }.Select(name => $"{{ return Math.{name}(1.5) + Math.{name}(-2.5) * item; }}"),
        .. new[] { "Atan2", "IEEERemainder", "Log", "Max", "MaxMagnitude", "Min", "MinMagnitude", "Pow" }
            .Select(name => $"{{ return n > 3 ? Math.{name}(item, 1.5) : n > 2 ? Math.{name}(-1.5, item) : Math.{name}(2.5, -0.5); }}"),
        "{ return Math.Round(item, 2) + Math.ScaleB(item, 3) + Math.Clamp(item, 1, 2) + Math.FusedMultiplyAdd(item, 1.5, 2.5); }",
        "{ return Math.Sign(item - 2.5) + Math.ILogB(1.5) + Math.Max(n, 3) + Math.Abs(-3) + Math.Min(2, 7); }",
    ];

    /// <summary>Arithmetic, comparisons, and conversions of numbers that the machine knows when it compiles.</summary>
    private static readonly string[] Expressions =
    [
        "{ return item * 2.0 - 0.0 + item / 4.0 + (item + 0.0) / 3; }",
        "{ return 1.5 / item * -0.0 + 0.0 % item + item % 1.5; }",
        "{ return item == 0.5 ? -0 : item != 1.5 ? -0.0 : -(1.5); }",
        "{ return item * -0 + item * -3 - -2; }",
        "{ return n * 8 + (n + 2147483647) - (n - 5) * -7 + 100 / n + 7 % n; }",
        "{ return unchecked(n + 2147483647) + checked(n - 3); }",
        "{ return checked(n * 100000); }",
        "{ var a = 3.7; return (int)a; }",
        "{ var a = 3.7; return (uint)a; }",
        "{ var a = 3.7; return (long)a; }",
        "{ var a = 3.7; return (ulong)a; }",
        "{ var a = 3.7; return (byte)a; }",
        "{ var a = 3.7; return (sbyte)a; }",
        "{ var a = 3.7; return (short)a; }",
        "{ var a = -3.7; return (ushort)a; }",
        "{ var a = -3.7; return (char)a; }",
        "{ var a = 3.7; return (float)a; }",
        "{ var a = -3.7; return (int)a + (long)a; }",
        "{ var a = 1.5; var b = Math.Sqrt(a - 3.5); return (int)b + (byte)b + (long)b + (short)b + (double)(ulong)b; }",
        "{ var a = 300; return (byte)a + (sbyte)a + (short)a + (uint)a + (float)a; }",
        "{ var a = -300; return (ulong)(a << 2) + (double)(a >> 1) + (ushort)a; }",
        "{ var (a, b) = (item + 1, item - 1); a += 2; a -= 3; a *= 1.5; a /= 2; a %= 5; return a > 2 && b < 1e300 || a >= 7 ? a : b; }",
        "{ double x = 1; int k = 2; k *= 3; k += 4; x = 5; while (x < 60 && k > 0) { x *= 1.5; k -= 1; } return x + k; }",
        "{ if (n > 2) { return 3; } else if (n == 7) { return 4.5; } return item <= 2.5 ? n > 1 ? 1 : 2.5 : 3; }",
        "{ double sum = 0; foreach (var v in values) { sum += v > 1.5 ? v * 2 : -1; } return sum / 3; }",
        "{ double sum = 0; for (int i = 0; i < values.Length; i++) { sum += values[(i + 1) % values.Length] * 0.5; } return sum; }",
        "{ var x = values.Where(v => v > item).Sum() + 2; double F(double y) => y * item; return F(1.5) + F(x - 1); }",
        "{ float f = (float)item; return f * 2.0 + f * 1.5 - (f + 3.5); }",
    ];

    private static readonly (double Item, double[] Values, int N)[] Arguments =
    [
        (2, [3, 1, 2], 5), (-0.0, [0, -0.0, 1e300], 1), (0.5, [1], 3), (double.NaN, [double.NaN, 1], 2), (-double.NaN, [-1], 4), (double.PositiveInfinity, [1, 2], 7),
        (double.NegativeInfinity, [5], int.MaxValue), (double.Epsilon, [double.MaxValue], int.MinValue), (-1.5, [0.1, 0.2, 0.3], -1), (1e308, [1e-308], 0),
    ];

    public void Dispose() => Fuel.Fill(long.MaxValue, long.MaxValue / 2);

    [Theory]
    [InlineData("{ return item * 2.5 + 3; }", 0, 1)]
    [InlineData("{ return n > 3 ? 1.5 : -(2.0); }", 0, 1, 2)]
    [InlineData("{ var x = 4; x += 2; double y = 5; y = 6; return x + y; }", 0, 1, 2, 3)]
    [InlineData("{ return Math.Pow(item, 2.0) + Math.Max(n, 7); }", 0, 1)]
    [InlineData("{ return item / 5; }", 0)]
    [InlineData("{ return checked(n * 3); }", 0)]
    [InlineData("{ if (n == 3) { return 4; } return 5; }", 0, 1, 2)]
    [InlineData("{ float f = 3; return f * 2 + f * 2.0; }", 2)]
    [InlineData("{ byte b = 3; b += 4; return b + 5; }", 2)]
    [InlineData("{ static double F(int a = 3) => a + 4; return F(5); }", 2)]
    public void Lifted_are_literals_for_which_a_variable_can_stand(string body, params int[] literals) => Assert.Equal(literals, Lift(body).Literals);

    [Theory]
    [InlineData("{ return n / 5; }")]
    [InlineData("{ return n % -5; }")]
    [InlineData("{ n /= 5; n %= 7; return n; }")]
    [InlineData("{ const int k = 3; return item * k; }")]
    [InlineData("{ return item * (2 * 3); }")]
    [InlineData("{ return item + 1.0 / 0.0; }")]
    [InlineData("{ while (1 > 0) { return item; } }")]
    [InlineData("{ return values[1] + values[^1] + values[1..2].Length + new double[4].Length; }")]
    [InlineData("{ return new[] { 1.0, item }.Sum() + new List<double> { 2 }.Count; }")]
    [InlineData("{ ReadOnlySpan<double> weights = [1.0, 2.0]; return weights[n]; }")]
    [InlineData("{ switch (n) { case 1: return item; default: return n; } }")]
    [InlineData("{ return n is > 3 and < 9 ? item : n; }")]
    [InlineData("{ return n switch { 1 => item, _ => n }; }")]
    [InlineData("{ for (int i = 0; i < 3; i += 1) { item += i; } return item; }")]
    [InlineData("{ return values.Select(v => v * 2).Sum(); }")]
    [InlineData("{ double F(double x) => x * 2; return F(item); }")]
    [InlineData("{ var (a, b) = (1, 2); return a + b; }")]
    [InlineData("{ long l = 3; l += 4; return l + 5; }")]
    [InlineData("{ uint u = 3; return u + 4; }")]
    [InlineData("{ int? q = 3; return (q + 4) ?? item; }")]
    [InlineData("{ return item * (int)2.5 + (double)3; }")]
    [InlineData("{ return n << 3; }")]
    [InlineData("{ return -2147483648 + item; }")]
    [InlineData("{ return 0x10 + 1_000 + 2d + 3f + 4L + item; }")]
    [InlineData("{ return 1e400 * item; }")]
    public void All_others_stay_where_they_are(string body) => Assert.Empty(Lift(body).Literals);

    /// <summary>70000 is an int and nothing smaller, but 3 in its place would be a byte, and so would the result.</summary>
    [Theory]
    [InlineData("{ byte b = (byte)n; return Math.Max(b, 70000); }")]
    [InlineData("{ byte b = (byte)n; var t = item > b ? b : 70000; return t; }")]
    [InlineData("{ ulong u = (ulong)n; return u * 70000; }")]
    public void A_literal_whose_value_decides_what_is_meant_is_not_lifted(string body) => Assert.Empty(Lift(body).Literals);

    [Theory]
    [InlineData("{ return n < 1 ? item : Priority(item, values, n - 1) * 2; }")]
    [InlineData("{ double F(double x) => x > item ? x : F(x + x); return F(item) * 2; }")]
    [InlineData("{ double F(double x) => x > item ? x : G(x); double G(double x) => x; return F(item) * 2; }")]
    [InlineData("{ Func<double, double> f = x => x; f = x => f(x); return f(item) * 2; }")]
    public void Nothing_is_lifted_where_functions_may_call_themselves(string body) => Assert.Empty(Lift(body).Literals);

    /// <summary>Acos(2.5) is no number, with one sign where the JIT computes it and with the other where the program does.</summary>
    [Theory]
    [InlineData("{ return Math.CopySign(item, Math.Acos(2.5)); }")]
    [InlineData("{ return double.IsNegative(Math.Acos(2.5)) ? item : n; }")]
    [InlineData("{ Func<double, bool> f = double.IsPositive; return f(Math.Acos(2.5)) ? item : n; }")]
    [InlineData("{ return double.MaxNative(item, 2.5); }")]
    [InlineData("{ return Math.ReciprocalEstimate(2.5) * item; }")]
    public void Nothing_is_lifted_where_the_machine_shows_through(string body) => Assert.Empty(Lift(body).Literals);

    [Theory]
    [InlineData("{ return nothing * 2; }")]
    [InlineData("{ return 2 * ; }")]
    [InlineData("{ return System.IO.File.ReadAllText(\"x\").Length * 2.5; }")]
    [InlineData("{ __0 = 3; return item * 2; }")]
    public void What_does_not_pass_the_walls_is_not_lifted(string body) => Assert.Empty(Lift(body).Image);

    [Fact]
    public void The_numbers_of_a_program_can_be_changed_as_often_as_one_likes()
    {
        var held = Held("{ return item * 2.5 + 3; }");

        var results = new[] { new[] { 2.5, 3 }, [0.5, 0], [1e300, int.MaxValue], [2.5, 3] }.Select(values => Call(held.With(values), Arguments[0])).ToList();

        Assert.Equal([8.0, 1, 2e300, 8], results);
    }

    [Theory]
    [InlineData(new double[] { 2.5 })]
    [InlineData(new double[] { 2.5, 3, 4 })]
    [InlineData(new double[] { 2.5, 3.5 })]
    [InlineData(new double[] { 2.5, 3e9 })]
    [InlineData(new double[] { double.NaN, 3 })]
    [InlineData(new double[] { 2.5, double.PositiveInfinity })]
    public void Values_that_its_literals_cannot_have_are_refused(double[] values) =>
        Assert.Throws<ArgumentException>(() => Held("{ return item * 2.5 + (n + 3); }").With(values));

    [Fact]
    public void Arithmetic_gives_the_same_bits_with_literals_and_with_values() => Assert.All(Expressions, body => Compare(body, mutants: 3));

    [Fact]
    [Trait("Category", "Long")]
    public void Hundreds_of_programs_give_the_same_bits_with_literals_and_with_values() => Assert.All([.. Expressions, .. Functions], body => Compare(body, mutants: 12));

    private static void Compare(string text, int mutants)
    {
        var (body, lifted) = (new Body(text), Lift(text));
        Assert.NotEmpty(lifted.Literals);
        var (held, random) = (Held(text), new Random(1));
        for (var i = 0; i <= mutants; i++)
        {
            var mutant = i == 0 ? body : body.Mutated(lifted.Literals, random, near: 0.2);
            var form = LiteralForm.Of(mutant)!;
            Assert.Equal(LiteralForm.Of(body)!.Key, form.Key);

            var plain = new LoadedFunction(CandidateWorkshop.Function(Assert.IsType<Compiled.Image>(CandidateWorkshop.Compiler.Compile(mutant.Text)).Bytes));
            var values = held.With([.. lifted.Literals.Select(literal => form.Numbers[literal])]);

            Assert.All(Arguments, arguments => Assert.True(
                Told(plain, arguments) == Told(values, arguments), $"{mutant} of {arguments.Item}, {arguments.N}: {Told(plain, arguments)}, lifted {Told(values, arguments)}"));
        }
    }

    private static Lifted Lift(string body) => CandidateWorkshop.Compiler.Lift(body);

    private static HeldProgram Held(string body) => CandidateWorkshop.Held(Lift(body).Image);

    /// <summary>All bits of the result, or what was thrown. What is no number is that: nobody may look at its sign.</summary>
    private static string Told(LoadedFunction function, (double, double[], int) arguments)
    {
        try
        {
            var result = Call(function, arguments);
            return double.IsNaN(result) ? "NaN" : $"{BitConverter.DoubleToInt64Bits(result):x16}";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static double Call(LoadedFunction function, (double Item, double[] Values, int N) arguments) => (double)function.Method.Invoke(
        function.Instance, BindingFlags.DoNotWrapExceptions, null, [arguments.Item, arguments.Values.ToArray(), arguments.N], null)!;
}
