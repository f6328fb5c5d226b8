using System.Text.RegularExpressions;
using FunSearch.Lexing;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Randomness;
using FunSearch.Tuning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Proposers.Syntax;

public sealed class LiteralTunerTests
{
    private static readonly Dictionary<string, Breeding> Signatures = new()
    {
        ["scalars"] = new("double", "double item; double room; double capacity", "{ return item - room * 1.5 > 12 ? Math.Max(item, -0.25) : (room + 3) / (capacity - 2.0); }"),
        ["whole numbers"] = new("int", "int[] digits; int n", "{ var sum = 4; foreach (var digit in digits) { sum += 3 * digit % 5; } return sum / 2 - n / 7 - 1; }"),
        ["a condition"] = new("bool", "double x; int k; bool flag", "{ if (flag && k > 3) { return x >= -0.5; } return x * 2 < 10.25; }"),
        ["other numbers"] = new("float", "float weight; long size; byte kind", "{ var scaled = weight * 2f; return size > 10L ? scaled - 3 : kind * 0.5f; }"),
        ["closed places"] = new(
            "double",
            "double[] values; int n; double x",
            "{ double Bend(double y) => -1.5 * y + 2.5; var scale = 1e3; var table = new double[] { 1.0, -2.5, 4 }; return values.Sum(v => -0.75 * Bend(v)) + n / scale + table[n % 3] - -1.25 * x; }"),
        ["written by a model"] = new("double", "double[] scores; List<int> open; double limit", ModelBodies.All),
    };

    public static TheoryData<string> SignatureNames => [.. Signatures.Keys];

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public void Every_trial_of_a_long_walk_compiles_and_differs_from_what_was_tuned(string signature)
    {
        var breeding = Signatures[signature];

        var walks = breeding.FirstBodies.Select((body, index) => Walk(breeding, body, seed: index, length: 400)).ToList();

        Assert.Empty(breeding.Errors(walks.SelectMany(walk => walk).Select(body => body.Text)));
        Assert.All(walks, walk => Assert.All(walk.Zip(walk.Skip(1)), step => Assert.NotEqual(step.First, step.Second)));
    }

    [Theory]
    [MemberData(nameof(SignatureNames))]
    public void Numbers_change_and_seldom_anything_else(string signature)
    {
        var breeding = Signatures[signature];

        foreach (var body in breeding.FirstBodies)
        {
            var trials = Trials(breeding, body, count: 400);

            // A new sign, a 0 or a 1 makes another form; all other trials keep theirs.
            Assert.True(trials.Count(trial => Form(trial) == Form(body)) > 150, $"{trials.Count(trial => Form(trial) == Form(body))} of {trials.Count} keep the form of\n{body}");
            Assert.True(trials.Distinct().Count() > 40);
        }
    }

    [Fact]
    public void One_seed_gives_one_trial_whoever_asks_and_whatever_was_asked_before()
    {
        var breeding = Signatures["written by a model"];
        var busy = LiteralTuner.For(breeding.Specification);
        Walk(breeding, breeding.FirstBodies[1], seed: 9, length: 50, busy);

        foreach (var body in breeding.FirstBodies)
        {
            Assert.Equal(Trials(breeding, body, count: 50), Trials(breeding, body, count: 50, busy));
        }
    }

    [Theory]
    [InlineData("{ return n / 2 + 100 / n; }")]
    [InlineData("{ var rest = n; rest /= 3; return rest; }")]
    public void A_whole_divisor_is_never_0(string body)
    {
        var breeding = new Breeding("int", "int n", body);

        var trials = Walk(breeding, breeding.FirstBodies[0], seed: 1, length: 2_000);

        Assert.DoesNotContain(trials, trial => Regex.IsMatch(trial.Text, @"/=? \(?-?0\b"));
    }

    [Fact]
    public void Labels_of_a_table_and_whole_numbers_that_count_or_name_a_place_stay_as_they_are()
    {
        var breeding = new Breeding(
            "double",
            "double x; int k",
            "{ switch (k) { case 1: return 0.5; case 2: return 0.25; default: break; } var row = new int[4]; row[3] = k; return x switch { > 0.5 => 1.5, < -2.5 => 2.5 * row[3], _ => 3.5 }; }");

        var trials = Trials(breeding, breeding.FirstBodies[0], count: 500);

        Assert.All(trials, trial => Assert.All(
            new[] { "case 1:", "case 2:", "new int[4]", "row[3] = k", "> 0.5 =>", "< -2.5 =>", "row[3]" },
            kept => Assert.Contains(kept, trial.Text, StringComparison.Ordinal)));
        Assert.Contains(trials, trial => !trial.Text.Contains("return 0.25", StringComparison.Ordinal));
        Assert.Contains(trials, trial => !trial.Text.Contains("=> 1.5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("250d")]
    [InlineData("250.0")]
    public void A_fraction_whose_type_hangs_on_how_it_is_written_stays_a_fraction(string number)
    {
        var breeding = new Breeding("double", "int n", $"{{ var scale = {number}; return n / scale; }}");

        var trials = Trials(breeding, breeding.FirstBodies[0], count: 300);

        Assert.DoesNotContain(trials, trial => Regex.IsMatch(trial.Text, @"scale = -?\d+;"));
    }

    [Theory]
    [InlineData("{ return item - room; }")]
    [InlineData("{ return item > room ? item : room; }")]
    public void A_body_without_a_number_is_not_tuned(string body)
    {
        var breeding = new Breeding("double", "double item; double room", body);

        Assert.Null(LiteralTuner.For(breeding.Specification)(breeding.FirstBodies[0], new Random(1)));
    }

    private static List<Body> Trials(Breeding breeding, Body body, int count, Tuner? tuner = null)
    {
        tuner ??= LiteralTuner.For(breeding.Specification);
        return [.. Enumerable.Range(0, count).Select(number => tuner(body, Chance(number))).OfType<Body>()];
    }

    /// <summary>Each step is a trial of the one before it, until no number is left.</summary>
    private static List<Body> Walk(Breeding breeding, Body body, int seed, int length, Tuner? tuner = null)
    {
        tuner ??= LiteralTuner.For(breeding.Specification);
        var walk = new List<Body> { body };
        for (var number = 0; number < length; number++)
        {
            // Back to the start now and then: numbers fall away.
            var from = number % 20 == 0 ? body : walk[^1];
            if (tuner(from, Chance(seed * length + number)) is { } trial && !trial.Equals(walk[^1]))
            {
                walk.Add(trial);
            }
        }

        return walk;
    }

    private static SeededRandom Chance(long number) => new(1, SeededRandom.Stream.Trials, number);

    private static string Form(Body body) =>
        string.Join(' ', CSharpTokens.Of(body.Text).Select(token => token.IsKind(SyntaxKind.NumericLiteralToken) ? "#" : token.Text));
}
