#:property PublishAot=false

// Makes the data of docs/two-warehouses.md: two CSV files, a warehouse each, in the form that `--data` of bin packing reads.
//
//     dotnet run docs/two-warehouses/make.cs -- [FOLDER [SEED [DAYS]]]
//
// FOLDER is the current one, SEED 1 and DAYS 100 where nothing else is said. One seed makes the same files on every machine.
using System.Globalization;
using System.Text;

// What both warehouses load parcels into: a cage of so many litres.
const int Capacity = 120;

Warehouse[] warehouses =
[
    new("murcia", [
        new(Weight: 60, Mean: 38, Deviation: 3),    // crates of peppers and lemons: three to a cage
        new(Weight: 40, Mean: 55, Deviation: 4)]),  // cases of oil and wine: two to a cage
    new("london", [
        new(Weight: 60, Mean: 25, Deviation: 2),    // shirts and shoes that come back
        new(Weight: 25, Mean: 39, Deviation: 4),    // coats
        new(Weight: 15, Mean: 61, Deviation: 7)]),  // the tail: a pram, a floor lamp
];

var folder = args.ElementAtOrDefault(0) ?? ".";
if (args.Length > 3 || !IsWhole(1, least: 0, orElse: 1, out var seed) || !IsWhole(2, least: 1, orElse: 100, out var days))
{
    Console.Error.WriteLine("Usage: make.cs [FOLDER [SEED [DAYS]]], where SEED is a whole number from 0 and DAYS one from 1, both up to 10000.");
    return 2;
}

Directory.CreateDirectory(folder);
foreach (var (index, warehouse) in warehouses.Index())
{
    var file = Path.Combine(folder, $"{warehouse.Name}.csv");
    File.WriteAllText(file, warehouse.Csv(new Random((warehouses.Length * seed) + index), days, Capacity));
    Console.WriteLine($"Wrote {file}: {days} days of seed {seed}.");
}

return 0;

bool IsWhole(int position, int least, int orElse, out int number)
{
    number = orElse;
    return args.Length <= position
        || (int.TryParse(args[position], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= 10_000);
}

/// <summary>A kind of parcel: its share of all parcels, as a weight among the others', and its size in litres.</summary>
internal sealed record Kind(int Weight, double Mean, double Deviation)
{
    /// <summary>Normally distributed, whole, and clipped to what a cage takes.</summary>
    public int Size(Random random, int capacity)
    {
        // Twelve uniform numbers have the variance 1 together and are as good as normal. They are only added up: a logarithm or a cosine,
        // which most other ways need, may differ in its last bit from machine to machine.
        var normal = Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        return Math.Clamp((int)Math.Round(Mean + (Deviation * normal)), 1, capacity);
    }
}

/// <summary>Where parcels of some kinds arrive in random order.</summary>
internal sealed record Warehouse(string Name, Kind[] Kinds)
{
    /// <summary>Rows <c>instance,capacity,size</c>, an instance a day, of 120 to 180 parcels.</summary>
    public string Csv(Random random, int days, int capacity)
    {
        var csv = new StringBuilder("instance,capacity,size\n");
        for (var day = 1; day <= days; day++)
        {
            for (var left = random.Next(120, 181); left > 0; left--)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{Name}-{day:000},{capacity},{Next(random).Size(random, capacity)}\n");
            }
        }

        return csv.ToString();
    }

    private Kind Next(Random random)
    {
        var drawn = random.Next(Kinds.Sum(kind => kind.Weight));
        return Kinds.First(kind => (drawn -= kind.Weight) < 0);
    }
}
