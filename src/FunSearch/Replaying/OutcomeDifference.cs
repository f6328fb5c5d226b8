using System.Text.Json;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>Names what differs between two outcomes or verifications of one program, as a clause; null when nothing does. Scores are
/// compared bit for bit, and told in the user's own sign.</summary>
internal sealed class OutcomeDifference(Specification specification, IReadOnlyDictionary<Split, IReadOnlyList<string>> inputs)
{
    public string? Between(Outcome recorded, Outcome now, Split split = Split.Train) =>
        IsSame(recorded, now) ? null
        : (recorded, now) is (Outcome.Scored before, Outcome.Scored after) ? Between(before.Signature, after.Signature, split)
        : $"recorded {Tell(recorded, split)}; now {Tell(now, split)}";

    /// <param name="recorded">Null for a program that was no new best.</param>
    /// <param name="now">Null for a program that is no new best.</param>
    public string? Between(JournalEntry.Verified? recorded, JournalEntry.Verified? now) => (recorded, now) switch
    {
        (null, null) => null,
        (null, _) => "recorded without a verification; now it is a new best and was verified",
        (_, null) => "recorded as a new best that was verified; now it is none",
        _ => Between(recorded.Train, now.Train, Split.Train) ?? Between(recorded.Validation, now.Validation, Split.Validation),
    };

    private string? Between(Examination? recorded, Examination? now, Split split)
    {
        var clause = recorded is null || now is null
            ? ReferenceEquals(recorded, now) ? null : $"recorded {Presence(recorded)}; now {Presence(now)}"
            : Between(recorded.Outcome, now.Outcome, split)
                ?? (recorded.IsVerified != now.IsVerified ? $"recorded {Trust(recorded)}; now {Trust(now)}" : FiguresBetween(recorded, now));
        return clause is null ? null : $"in its verification on {split.Word()}, {clause}";
    }

    private string Between(Signature recorded, Signature now, Split split)
    {
        if (recorded.Scores.Count != now.Scores.Count)
        {
            return $"recorded {recorded.Scores.Count} scores on {split.Word()}; now {now.Scores.Count}";
        }

        if (recorded.Scores.SequenceEqual(now.Scores))
        {
            return $"recorded scored {Users(recorded.Score)} on {split.Word()}; now as well, with other solutions";
        }

        var input = Enumerable.Range(0, now.Scores.Count).First(index => !recorded.Scores[index].Equals(now.Scores[index]));
        return $"recorded scored {Users(recorded.Score)} on {split.Word()}; now {Users(now.Score)} "
            + $"(input {inputs[split][input]}: {Users(recorded.Scores[input])} became {Users(now.Scores[input])})";
    }

    private static string? FiguresBetween(Examination recorded, Examination now)
    {
        var (before, after) = (Figures(recorded), Figures(now));
        var figure = before.Keys.Union(after.Keys).FirstOrDefault(figure => !Value(before, figure).Equals(Value(after, figure)));
        return figure == default ? null : $"figure {figure.Name} of {figure.Group}: recorded {Value(before, figure)}; now {Value(after, figure)}";
    }

    private static Dictionary<(string Name, string Group), double> Figures(Examination examination) => examination.Figures
        .SelectMany(figure => figure.Value.Select(group => KeyValuePair.Create((figure.Key, group.Key), group.Value))).ToDictionary();

    private static double Value(Dictionary<(string Name, string Group), double> figures, (string Name, string Group) figure) =>
        figures.GetValueOrDefault(figure, double.NaN);

    // Of a failure only the kind is compared: its sentence may name a limit, or a place in memory.
    private static bool IsSame(Outcome recorded, Outcome now) => (recorded, now) switch
    {
        (Outcome.Scored before, Outcome.Scored after) => before.Signature.Equals(after.Signature),
        (Outcome.Duplicate before, Outcome.Duplicate after) => before.Of == after.Of,
        _ => recorded.Kind == now.Kind,
    };

    private string Tell(Outcome outcome, Split split) => outcome switch
    {
        Outcome.Scored scored => $"scored {Users(scored.Signature.Score)} on {split.Word()}",
        Outcome.Duplicate duplicate => $"duplicate of sample {duplicate.Of:N0}",
        Outcome.Failed failed => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(failed.Kind.ToString()).Replace('_', ' ')} ({failed.Detail.TrimEnd('.')})",
        _ => outcome.ToString(),
    };

    private double Users(double score) => specification.InUsersSign(score);

    private static string Presence(Examination? examination) => examination is null ? "none" : "one";

    private static string Trust(Examination examination) => examination.IsVerified ? "verified" : "not verified";
}
