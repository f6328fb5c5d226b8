using System.Globalization;
using System.Text.RegularExpressions;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>What a capable model has said to one request, by its own count.</summary>
/// <param name="Prompt">What was said to it last.</param>
internal sealed record CapableAnswer(string Prompt, string Text, int InputTokens, int OutputTokens, bool IsRepair);

/// <summary>
/// A test double, and no language model: a server that behaves like a model that is good enough. It takes its time, reads the last version of
/// the function out of the prompt that it gets, and streams an edited one: another constant, another term, or an idea of its own. Some answers
/// are wrapped in prose, some do not compile until they are sent back, some are nonsense. One seed in a request gives one edit, and
/// the third answer does not compile, whatever the seed.
/// </summary>
/// <param name="latency">Until the first word.</param>
/// <param name="ideas">Bodies that it knows, with numbers of its choice.</param>
internal sealed partial class CapableModel(TimeSpan latency, params Func<Random, string>[] ideas) : IAsyncDisposable
{
    // What makes a broken answer: nobody has declared it.
    private const string Slip = " + fudge";

    private const int LettersOfAPiece = 24;
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(10);

    private readonly List<CapableAnswer> _answers = [];
    private StubServer? _server;

    /// <summary>Starts it; as a configuration names it.</summary>
    public string Address => $"{(_server ??= new StubServer(Answer)).Address}#capable";

    public IReadOnlyList<CapableAnswer> Answers
    {
        get
        {
            lock (_answers)
            {
                return [.. _answers];
            }
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private StubAnswer Answer(StubRequest request, int number)
    {
        var messages = request.Json.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()!).ToList();
        var isRepair = messages.Count > 1;
        var text = isRepair ? messages[^2].Replace(Slip, "", StringComparison.Ordinal)
            : Improve(messages[0], new Random(request.Json.GetProperty("seed").GetInt32()), isToSlip: number == 3);
        var answer = new CapableAnswer(messages[^1], text, messages.Sum(Tokens), Tokens(text), isRepair);
        lock (_answers)
        {
            _answers.Add(answer);
        }

        var pieces = text.Chunk(LettersOfAPiece).Select(piece => new string(piece)).ToList();
        return StubVoice.Named("chat").Says(pieces, (answer.InputTokens, answer.OutputTokens)) with { Pause = latency, Lull = BetweenPieces };
    }

    private string Improve(string prompt, Random random, bool isToSlip)
    {
        var version = Method().Matches(prompt).MaxBy(match => int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture))!;
        var (open, next) = (version.Groups["version"].Value, int.Parse(version.Groups["version"].Value, CultureInfo.InvariantCulture) + 1);
        var header = version.Groups["header"].Value.Replace($"_v{open}(", $"_v{next}(", StringComparison.Ordinal);
        var parameters = version.Groups["parameters"].Value.Split(',').Select(parameter => parameter.Trim().Split(' ')[^1]).ToArray();
        var body = Edit(BlockAt(prompt, version.Index + version.Length), parameters, random);
        return (isToSlip ? 1 : random.Next(16)) switch
        {
            0 => "I would try to leave no small gaps.",
            <= 2 => Fenced($"{header}\n{AtReturn(body, value => value + Slip)}"),
            3 => $"{header}\n{body}",
            4 => $"The last version leaves gaps. This one should leave fewer:\n{Fenced($"{header}\n{body}")}",
            5 => $"{Fenced($"{header}\n{body}")}\nIt prefers what fits well, and it may be worth a try to tune its numbers further.",
            _ => Fenced($"{header}\n{body}"),
        };
    }

    private string Edit(string body, string[] parameters, Random random)
    {
        var numbers = Number().Matches(body);
        return random.Next(3) switch
        {
            0 => ideas[random.Next(ideas.Length)](random),
            1 when numbers.Count > 0 && numbers[random.Next(numbers.Count)] is var number =>
                $"{body[..number.Index]}{Changed(number.Value, random)}{body[(number.Index + number.Length)..]}",
            _ => AtReturn(body, value => string.Create(
                CultureInfo.InvariantCulture,
                $"({value}) + {random.NextDouble():0.00} * {parameters[random.Next(parameters.Length)]} / {parameters[random.Next(parameters.Length)]}")),
        };
    }

    private static string Changed(string number, Random random) =>
        (double.Parse(number, CultureInfo.InvariantCulture) * (0.5 + random.NextDouble())).ToString(number.Contains('.') ? "0.0##" : "0", CultureInfo.InvariantCulture);

    private static string AtReturn(string body, Func<string, string> change) =>
        Return().Matches(body)[^1].Groups["value"] is var value ? $"{body[..value.Index]}{change(value.Value)}{body[(value.Index + value.Length)..]}" : body;

    private static string BlockAt(string text, int start)
    {
        var (end, depth) = (start, 0);
        do
        {
            depth += text[end++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
        while (depth > 0);

        return text[start..end];
    }

    private static string Fenced(string code) => $"```csharp\n{code}\n```";

    private static int Tokens(string text) => (text.Length + 3) / 4;

    [GeneratedRegex(@"(?<header>public static [^\n(]+_v(?<version>\d+)\((?<parameters>[^)]*)\))\s*(?=\{)")]
    private static partial Regex Method();

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\breturn (?<value>[^;]+);")]
    private static partial Regex Return();
}
