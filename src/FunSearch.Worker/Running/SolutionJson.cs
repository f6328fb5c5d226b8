using System.Text.Json;
using System.Text.Json.Serialization;

namespace FunSearch.Worker.Running;

/// <summary>Solutions as JSON: with fields, so that tuples arrive, and with numbers that JSON has no word for.</summary>
internal static class SolutionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static byte[] Write(object? solution, Type type) => JsonSerializer.SerializeToUtf8Bytes(solution, type, Options);

    public static object? Read(byte[] json, Type type) => JsonSerializer.Deserialize(json, type, Options);
}
