using System.Text.RegularExpressions;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Answers;

/// <summary>
/// Takes the evolved function's body out of a language model's answer: a whole class or file, one or several methods, an
/// expression-bodied one, a body alone, or the rest of the header that the prompt left open; in fenced blocks or in plain text.
/// </summary>
/// <remarks>
/// The answer is only ever lexed, never parsed: Roslyn's parser hangs on junk. What is found here may still fail to compile.
/// </remarks>
internal static partial class AnswerReader
{
    /// <summary>Characters that are read of an answer: what follows is repetition.</summary>
    public const int LongestAnswer = 65_536;

    /// <param name="function">The function that the answer was to give a body.</param>
    /// <param name="version">The version that the prompt left open: the <c>2</c> of <c>Priority_v2</c>.</param>
    public static Reading Read(string answer, EvolvedFunction function, int version)
    {
        var text = AnswerText.WithoutThinking(answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Reading.Nothing(string.IsNullOrWhiteSpace(answer) ? "The answer is empty." : "The answer is thinking and nothing else.");
        }

        var versions = new VersionedName(function.Name, version);
        var finds = Finds(text, function, versions).ToList();

        // Where the method itself was begun, the parents and helpers around it are not what the model proposes.
        var isBegun = finds.Exists(find => find.Kind <= FindKind.OwnName);
        string? firstReason = null;
        foreach (var find in finds.Where(find => !isBegun || find.Kind <= FindKind.OwnName)
                     .OrderBy(find => find.Kind)
                     .ThenByDescending(find => find.Kind == FindKind.EarlierVersion ? versions.VersionOf(find.Name!) : null))
        {
            var reading = FoundBody.Read(find, function, versions);
            if (reading.Body is not null)
            {
                return reading;
            }

            firstReason ??= reading.NoCode;
        }

        return Reading.Nothing(firstReason ?? WhyNothingWasFound(text, versions));
    }

    /// <summary>True once an answer that is still being written holds the method that was asked for, whole: it need not be waited for any longer.</summary>
    /// <inheritdoc cref="Read"/>
    public static bool HoldsTheMethod(string answer, EvolvedFunction function, int version)
    {
        var versions = new VersionedName(function.Name, version);
        return Finds(AnswerText.WithoutThinking(answer), function, versions)
            .Any(find => find.Kind == FindKind.OpenVersion && FoundBody.Read(find, function, versions).Body is not null);
    }

    private static IEnumerable<Find> Finds(string text, EvolvedFunction function, VersionedName versions) =>
        AnswerText.Regions(text).SelectMany(region => CodeFinder.In(region, versions, function.Parameters.Count));

    private static string WhyNothingWasFound(string text, VersionedName versions) =>
        PythonFunction().IsMatch(text) ? "The answer is Python, not C#."
        : text.Contains('{', StringComparison.Ordinal) ? $"The answer holds neither a method {versions.Open} nor a body for it."
        : "The answer holds no code.";

    [GeneratedRegex(@"^[ \t]*def[ \t]+\w+[ \t]*\(", RegexOptions.Multiline)]
    private static partial Regex PythonFunction();
}
