public static partial class OnlineBinPacking
{
    /// <summary>Items as rows: <c>instance,capacity,size</c>, the header in the first line. Rows keep their order; those of one instance
    /// may stand apart. Blank lines are skipped.</summary>
    private static class CsvItems
    {
        private const string Header = "instance,capacity,size";

        public static IReadOnlyList<Instance> Read(string path)
        {
            var order = new List<string>();
            var instances = new Dictionary<string, (int Capacity, List<int> Items)>();
            var line = 0;
            foreach (var row in File.ReadLines(path))
            {
                line++;
                if (line == 1)
                {
                    RequireHeader(path, row);
                }
                else if (!string.IsNullOrWhiteSpace(row))
                {
                    var (name, capacity, size) = Item(path, line, row);
                    if (!instances.TryGetValue(name, out var instance))
                    {
                        instances[name] = instance = (capacity, []);
                        order.Add(name);
                    }

                    if (capacity != instance.Capacity)
                    {
                        throw ItemFiles.BadRow(
                            path, line, $"instance '{name}' has the capacity {capacity} here and {instance.Capacity} before. It must have one.");
                    }

                    instance.Items.Add(size);
                }
            }

            return [.. order.Select(name => new Instance(name, instances[name].Capacity, [.. instances[name].Items]))];
        }

        private static void RequireHeader(string path, string row)
        {
            var columns = string.Join(',', row.Split(',').Select(column => column.Trim().ToLowerInvariant()));
            if (columns != Header)
            {
                throw ItemFiles.BadRow(path, 1, $"the header is '{row}'. It must be '{Header}'.");
            }
        }

        private static (string Name, int Capacity, int Size) Item(string path, int line, string row)
        {
            if (row.Split(',') is not [var name, var capacityText, var sizeText])
            {
                throw ItemFiles.BadRow(path, line, $"it has {row.Split(',').Length} fields. It must have 3: {Header}.");
            }

            if (string.IsNullOrWhiteSpace(name))
            {
                throw ItemFiles.BadRow(path, line, "the instance has no name. Give it one, the same in all of its rows.");
            }

            if (!int.TryParse(capacityText, out var capacity) || capacity is < 1 or > ItemFiles.LargestCapacity)
            {
                throw ItemFiles.BadCapacity(path, line, capacityText.Trim());
            }

            return int.TryParse(sizeText, out var size) && size >= 1 && size <= capacity
                ? (name.Trim(), capacity, size)
                : throw ItemFiles.BadSize(path, line, sizeText.Trim(), capacity);
        }
    }
}
