public static partial class OnlineBinPacking
{
    /// <summary>Reads instances from a file: the published ones and a user's own.</summary>
    private static class ItemFiles
    {
        /// <exception cref="InvalidDataException">A row that is no item; the message names the file, the line and the mend.</exception>
        public static IReadOnlyList<Instance> Read(string path)
        {
            var instances = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => CsvItems.Read(path),
                ".json" => JsonItems.Read(path),
                _ => throw new InvalidDataException($"{Path.GetFileName(path)}: a file of items must end with '.csv' or '.json'."),
            };
            return instances.Count > 0
                ? instances
                : throw new InvalidDataException($"{Path.GetFileName(path)} holds no instance. Write at least one item.");
        }

        public static InvalidDataException BadRow(string path, long line, string sentence) =>
            new($"{Path.GetFileName(path)}, line {line}: {sentence}");

        public static InvalidDataException BadSize(string path, long line, string written, int capacity) =>
            BadRow(path, line, $"size is '{written}'. It must be a whole number from 1 to {capacity}, the capacity.");

        public static InvalidDataException BadCapacity(string path, long line, string written) =>
            BadRow(path, line, $"capacity is '{written}'. It must be a whole number from 1 to {LargestCapacity}.");

        /// <summary>A bin of any larger size is better given in a larger unit.</summary>
        public const int LargestCapacity = 1_000_000;
    }
}
