using System.Text.Json;
using System.Text.Json.Serialization;
using FunSearch.Search;

namespace FunSearch.Storage.Sqlite;

/// <summary>An examination as compressed JSON: there are few of them, one for every new best.</summary>
internal sealed record StoredExamination(
    StoredOutcome Outcome,
    IReadOnlyList<string> Inputs,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    bool IsVerified)
{
    // A figure may be anything that a specification computes, also not a number.
    private static readonly JsonSerializerOptions _options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static byte[] Encode(Examination examination) => Compression.Compress(JsonSerializer.SerializeToUtf8Bytes(
        new StoredExamination(StoredOutcome.Of(examination.Outcome), examination.Inputs, examination.Figures, examination.IsVerified),
        _options));

    /// <exception cref="InvalidDataException">These bytes are no examination.</exception>
    public static Examination Decode(byte[] blob)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<StoredExamination>(Compression.Decompress(blob), _options);
            return stored is null
                ? throw new InvalidDataException("An examination is damaged.")
                : new Examination(stored.Outcome.Restore(), stored.Inputs, stored.Figures, stored.IsVerified);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("An examination is damaged.", exception);
        }
    }
}
