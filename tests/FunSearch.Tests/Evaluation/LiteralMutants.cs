using System.Globalization;
using System.Text;
using FunSearch.Evaluation;
using FunSearch.Lexing;
using FunSearch.Programs;
using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Evaluation;

/// <summary>Puts other numbers into bodies.</summary>
internal static class LiteralMutants
{
    private static readonly double[] Wholes = [0, 1, 2, 3, 7, 10, 127, 128, 255, 256, 300, 32_768, 65_536, 70_000, 1_000_000_000, int.MaxValue];

    private static readonly double[] Fractions =
        [0, 0.5, 1, 2, 0.1, 1.5, 3.7, 255.5, 1e-300, double.Epsilon, 2.2250738585072014e-308, 1e15, 2147483647.5, 4294967296, 3e9, 1e19, 1e300, double.MaxValue];

    /// <summary>The body with these in the place of its plain numbers, in their order.</summary>
    public static Body With(this Body body, IReadOnlyList<double> numbers)
    {
        var (text, end, next) = (new StringBuilder(), 0, 0);
        foreach (var token in CSharpTokens.Of(body.Text).Where(token => PlainNumber.Of(token) is not null))
        {
            text.Append(body.Text, end, token.SpanStart - end).Append(Text(numbers[next++], token.Value is int));
            end = token.Span.End;
        }

        return new Body(text.Append(body.Text, end, body.Text.Length - end).ToString());
    }

    /// <summary>The body with other numbers at some of these places: around theirs, or the odd ones that break things.</summary>
    /// <param name="near">How often a number is one near the old one.</param>
    public static Body Mutated(this Body body, IReadOnlyList<int> places, Random random, double near)
    {
        var form = LiteralForm.Of(body)!;
        var wholes = CSharpTokens.Of(body.Text).Where(token => PlainNumber.Of(token) is not null).Select(token => token.Value is int).ToList();
        return body.With([.. form.Numbers.Select((number, i) =>
            !places.Contains(i) || random.NextDouble() < 0.3 ? number
            : random.NextDouble() >= near ? Pick(wholes[i] ? Wholes : Fractions)
            : wholes[i] ? Math.Clamp(number + random.Next(-3, 4), 0, int.MaxValue) : number * (0.5 + random.NextDouble()))]);

        double Pick(double[] from) => from[random.Next(from.Length)];
    }

    private static string Text(double number, bool isWhole)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return isWhole || text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
