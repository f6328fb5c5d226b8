using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

public static partial class OnlineBinPacking
{
    /// <summary>Items as in the published files: <c>{ "dataset": "OR1", "instances": [{ "name": …, "capacity": …, "items": [ … ] }] }</c>.
    /// The dataset, which may be left out, becomes the instances' group; an instance without a name is named by its place.</summary>
    private static class JsonItems
    {
        private const string Form = """{ "instances": [ { "name": "a", "capacity": 150, "items": [42, 69] } ] }""";

        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

        public static IReadOnlyList<Instance> Read(string path)
        {
            var json = File.ReadAllBytes(path);
            try
            {
                var file = JsonSerializer.Deserialize<DataSet>(json.AsSpan(json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0), Options);
                return [.. (file?.Instances ?? []).Select((entry, index) => Instance(path, json, file!.Dataset, entry, index))];
            }
            catch (JsonException exception)
            {
                var where = exception.Path is { Length: > 1 } at ? $" at {at}" : "";
                throw ItemFiles.BadRow(
                    path, (exception.LineNumber ?? 0) + 1,
                    $"this is not the JSON of a file of items{where}. It must be {Form}.");
            }
        }

        private static Instance Instance(string path, byte[] json, string? dataset, Entry? entry, int index)
        {
            if (entry is null)
            {
                throw new JsonException($"Instance {index} is null.");
            }

            var name = string.IsNullOrWhiteSpace(entry.Name) ? $"{index}" : entry.Name;
            if (entry.Capacity.Value is < 1 or > ItemFiles.LargestCapacity)
            {
                throw ItemFiles.BadCapacity(path, Line(json, entry.Capacity.Offset), entry.Capacity.Written);
            }

            foreach (var item in entry.Items)
            {
                if (item.Value < 1 || item.Value > entry.Capacity.Value)
                {
                    throw ItemFiles.BadSize(path, Line(json, item.Offset), item.Written, entry.Capacity.Value);
                }
            }

            var items = entry.Items.Select(item => item.Value);
            return new Instance(dataset is null ? name : $"{dataset}/{name}", entry.Capacity.Value, [.. items]);
        }

        private static int Line(byte[] json, long offset) => 1 + json.AsSpan(0, (int)offset).Count((byte)'\n');

        private sealed record DataSet(string? Dataset, [property: JsonRequired] IReadOnlyList<Entry?> Instances);

        private sealed record Entry(string? Name, [property: JsonRequired] Whole Capacity, [property: JsonRequired] IReadOnlyList<Whole> Items);

        /// <summary>A whole number with its place, so that a bad one can be named. The value is 0 for whatever is none.</summary>
        [JsonConverter(typeof(WholeConverter))]
        private readonly record struct Whole(int Value, string Written, long Offset);

        private sealed class WholeConverter : JsonConverter<Whole>
        {
            public override Whole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            {
                var offset = reader.TokenStartIndex;
                using var value = JsonDocument.ParseValue(ref reader);
                var written = value.RootElement.GetRawText();
                return new Whole(int.TryParse(written, out var whole) ? whole : 0, written, offset);
            }

            public override void Write(Utf8JsonWriter writer, Whole value, JsonSerializerOptions options) =>
                writer.WriteNumberValue(value.Value);
        }
    }
}
