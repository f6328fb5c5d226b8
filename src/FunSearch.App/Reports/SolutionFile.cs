using System.Text.Encodings.Web;
using System.Text.Json;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.App.Reports;

/// <summary>What <c>export --solution</c> writes: the solution of every input, just as <c>[Run]</c> returned it.</summary>
internal static class SolutionFile
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>JSON in UTF-8; scores are in the user's sign.</returns>
    /// <exception cref="CommandException">There is a split that it did not score on.</exception>
    public static ReadOnlyMemory<byte> Write(TakenProgram choice, Specification specification, TakenScores scores)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Layout))
        {
            json.WriteStartObject();
            json.WriteString("problem", PortableNames.Of(choice.Configuration, Directory.GetCurrentDirectory()).Problem);
            json.WriteString("run", choice.Configuration.Name);
            json.WriteNumber("seed", choice.Configuration.Search.Seed);
            json.WriteNumber("sample", choice.Id);
            json.WriteBoolean("verified", scores.Program.IsVerified);
            json.WriteStartArray("solutions");
            foreach (var (split, solutions) in scores.Solutions.OrderBy(split => split.Key))
            {
                Write(json, split, solutions, specification, scores);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Split split, IReadOnlyList<byte[]> solutions, Specification specification, TakenScores scores)
    {
        var examination = scores.Program.Splits[split];
        if (examination.Outcome is not Outcome.Scored { Signature: var signature })
        {
            throw new CommandException(
                $"There are no solutions to write for {Words.Of(split)}: {((Outcome.Failed)examination.Outcome).Detail} Leave out --solution.");
        }

        for (var input = 0; input < solutions.Count; input++)
        {
            json.WriteStartObject();
            json.WriteString("split", Words.Of(split));
            json.WriteString("name", examination.Inputs[input]);
            json.WriteNumber("score", specification.InUsersSign(signature.Scores[input]));
            json.WritePropertyName("solution");
            json.WriteRawValue(solutions[input]);
            json.WriteEndObject();
        }
    }
}
