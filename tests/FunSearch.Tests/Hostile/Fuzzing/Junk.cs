using System.Text.RegularExpressions;
using FunSearch.Tests.Worker.Compiling;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Hostile.Fuzzing;

/// <summary>Texts that nobody would write, the same ones for the same seed.</summary>
internal sealed partial class Junk(int seed)
{
    private const int MostTokens = 400;
    private const int MostEdits = 5;

    /// <summary>Programs to begin with: decent ones, and hostile ones that are not long and cost no process.</summary>
    private static readonly string[] Programs =
    [
        .. FriendlyBodiesTests.Bodies().Select(row => InWeighing(row.Data.Item1)),
        .. HostileProgram.All.Values.Where(program => program.Body.Length < 2_000 && !Wall.Deadly.Any(program.Walled.Wall.Contains)).Select(program => program.Body),
    ];

    private static readonly string[] Words =
    [
        .. Programs.SelectMany(Tokens).Distinct(),
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText),
        "$\"{", "@\"", "\"\"\"", "'", "/*", "*/", "//", "#if", "#endif", "\\u0041", "=>", "??=", "..", "0x", "1e999",
    ];

    private static readonly ILookup<SyntaxKind, string> ByKind = Programs.SelectMany(Tokens).ToLookup(KindOf);

    private readonly Random _random = new(seed);

    /// <summary>Whatever bytes make of letters.</summary>
    public string Bytes()
    {
        var bytes = new byte[_random.Next(1, 2_000)];
        _random.NextBytes(bytes);
        return System.Text.Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Words of C# in no order, between the brackets of a body.</summary>
    public string Stream() => $"{{ {string.Join(' ', Enumerable.Range(0, _random.Next(1, MostTokens)).Select(_ => Any(Words)))} }}";

    /// <summary>A few words again and again, as a model does that has lost the thread.</summary>
    public string Stutter()
    {
        var words = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Any(Words)).ToList();
        return $"{{ {string.Concat(Enumerable.Repeat(string.Join(' ', words) + " ", _random.Next(1, MostTokens)))} }}";
    }

    /// <summary>A program with a few words gone, new, doubled or exchanged; most often for one of the same kind, so that some still compile.</summary>
    public string Mutant()
    {
        var tokens = Tokens(Any(Programs)).ToList();
        for (var edits = _random.Next(1, MostEdits); edits > 0 && tokens.Count > 1; edits--)
        {
            var at = _random.Next(tokens.Count);
            switch (_random.Next(10))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, Any(Words));
                    break;
                case 2:
                    tokens.InsertRange(at, tokens.GetRange(at, Math.Min(_random.Next(1, 20), tokens.Count - at)));
                    break;
                default:
                    var alike = ByKind[KindOf(tokens[at])].ToArray();
                    tokens[at] = alike.Length == 0 ? tokens[at] : Any(alike);
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];

    private static IEnumerable<string> Tokens(string body) =>
        SyntaxFactory.ParseTokens(body).Select(token => token.Text).Where(text => text.Length > 0);

    private static SyntaxKind KindOf(string token) => SyntaxFactory.ParseToken(token).Kind();

    /// <summary>The names of the workshop's function become those of the arena's.</summary>
    private static string InWeighing(string body) =>
        Name().Replace(body, name => name.Value switch { "item" => "number", "values" => "all", _ => "all.Length" });

    [GeneratedRegex(@"\b(item|values|n)\b")]
    private static partial Regex Name();
}
