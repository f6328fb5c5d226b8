using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications.BinPacking;

/// <summary>The first problem, with its own baselines put in the place of the evolved function.</summary>
public sealed class BinPackingTests
{
    private static readonly ProblemPlace Place = ProblemFinder.Find("bin-packing");
    private static readonly Specification Specification = SpecificationReader.Read(Place.Path, Place.Problem, "");

    private readonly LoadedSpecification _bins = new(Specification);

    /// <summary>Figures of the published code on the same data, in percent.</summary>
    public static TheoryData<string, string, double[]> Published => new()
    {
        { "FirstFit", "or", [6.42, 6.45, 5.74, 5.23] },
        { "BestFit", "or", [5.81, 6.06, 5.37, 4.94] },
        { "HandRule", "or", [5.50, 4.23, 3.33, 2.81] },
        { "FirstFit", "weibull", [4.23] },
        { "BestFit", "weibull", [3.98] },
        { "HandRule", "weibull", [1.02] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Baselines_come_to_the_published_figures(string baseline, string variant, double[] expected)
    {
        _bins.Evolve(baseline);

        var groups = Test(variant).GroupBy(instance => ((string)instance.Name).Split('/')[0]);
        var figures = groups.Select(group => Excess([.. group])).Select(figure => Math.Round(figure, 2));

        Assert.Equal(expected, figures);
    }

    [Fact]
    public void The_first_program_is_best_fit()
    {
        Assert.Equal("{\n    return item - room;\n}", Specification.FirstBody.Text);
        Assert.Equal("public static double Priority(double item, double room, double capacity)", Specification.Function.HeaderAs("Priority"));
        Assert.Equal(["First Fit", "Best Fit", "Hand rule"], Specification.Baselines);
    }

    [Fact]
    public void The_context_of_a_prompt_tells_how_items_are_packed() => Golden.Matches(Specification.PromptContext, "context");

    [Theory]
    [InlineData("or", 60, 100)]
    [InlineData("weibull", 15, 10)]
    public void Generated_inputs_are_the_same_every_time_and_of_the_right_kind(string variant, int train, int validation)
    {
        var inputs = Make("Train", variant);

        Assert.Equal((train, validation), (inputs.Count, Make("Validation", variant).Count));
        Assert.Equal(inputs.SelectMany(Items), Make("Train", variant).SelectMany(Items));
        Assert.NotEqual(inputs.SelectMany(Items), Make("Validation", variant).SelectMany(Items));
        Assert.All(inputs, instance => Assert.Equal(variant == "or" ? 500 : 5000, Items(instance).Length));
        Assert.All(inputs.SelectMany(Items), size => Assert.InRange(size, variant == "or" ? 20 : 1, 100));
        Assert.Equal(inputs.Count, inputs.Select(instance => (string)instance.Name).Distinct().Count());
    }

    [Fact]
    public void Weibull_sizes_are_cut_off_and_not_rounded()
    {
        var mean = Make("Train", "weibull").SelectMany(Items).Average();

        // The distribution's mean is 45 Γ(4/3) = 40.18; cutting off takes half a unit.
        Assert.InRange(mean, 39.4, 40.0);
    }

    [Theory]
    [InlineData("Train")]
    [InlineData("Validation")]
    [InlineData("Test")]
    public void A_variant_that_it_does_not_know_is_refused(string inputs)
    {
        var exception = Assert.Throws<ArgumentException>(() => _bins.Call(inputs, "gauss"));

        Assert.Equal("There is no variant 'gauss'. There are 'or' and 'weibull'.", exception.Message);
    }

    [Fact]
    public void Of_equal_priorities_the_bin_that_was_opened_first_wins()
    {
        _bins.Evolve("FirstFit");

        Assert.Equal([0, 0, 1, 1, 0, 2], Pack(10, 4, 4, 5, 4, 2, 6));
    }

    [Fact]
    public void A_bin_that_is_still_empty_may_win()
    {
        _bins.Evolve("HandRule");

        // The second item would leave a gap of 3 in the first bin, which is neither small nor large.
        Assert.Equal([0, 1], Pack(100, 50, 46)[..2]);
    }

    [Theory]
    [InlineData(nameof(ManyTies))]
    [InlineData(nameof(Hopeless))]
    public void It_packs_as_if_it_had_asked_for_every_bin(string priority)
    {
        var method = typeof(BinPackingTests).GetMethod(priority)!;
        _bins.Evolve(method);

        foreach (var instance in Make("Train", "or").Take(6))
        {
            int capacity = instance.Capacity;
            Assert.Equal(PackOneBinAtATime(method, capacity, Items(instance)), Pack(capacity, Items(instance)));
        }
    }

    public static double ManyTies(double item, double room, double capacity) => (7 * item + 3 * room) % 5;

    public static double Hopeless(double item, double room, double capacity) => double.NegativeInfinity;

    [Fact]
    public void A_packing_survives_its_journey_as_json()
    {
        var packing = New("Packing", new[] { 0, 1, 0 });

        dynamic arrived = JsonSerializer.Deserialize(JsonSerializer.Serialize(packing, packing.GetType()), packing.GetType())!;

        Assert.Equal([0, 1, 0], (int[])arrived.BinOfItem);
    }

    [Fact]
    public void Every_packing_of_every_baseline_is_valid()
    {
        var instances = Test("or").Concat(Make("Train", "weibull").Take(1)).ToList();

        foreach (var baseline in new[] { "FirstFit", "BestFit", "HandRule" })
        {
            _bins.Evolve(baseline);
            Assert.All(instances, instance => Assert.Empty((IEnumerable<string>)_bins.Call("Violations", instance, _bins.Call("Pack", instance))!));
        }
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1 }, null)]
    [InlineData(new[] { 0, 1 }, "2 of 3 items have a bin. Each must have exactly one.")]
    [InlineData(new[] { 0, 1, 2, 0 }, "4 of 3 items have a bin. Each must have exactly one.")]
    [InlineData(new[] { 0, 0, 0 }, "Bin 0 holds 13. It must hold at most 10.")]
    [InlineData(new[] { 0, 0, 2 }, "Bins must be counted 0, 1, 2, … without a gap. Where bin 1 must be, there is bin 2.")]
    [InlineData(new[] { -1, 0, 1 }, "Bins must be counted 0, 1, 2, … without a gap. Where bin 0 must be, there is bin -1.")]
    public void The_verifier_names_each_violation(int[] binOfItem, string? expected)
    {
        var violations = (IEnumerable<string>)_bins.Call("Violations", Instance(10, 4, 4, 5), New("Packing", binOfItem))!;

        Assert.Equal(expected is null ? [] : [expected], violations);
    }

    [Fact]
    public void Large_capacities_are_packed_like_small_ones()
    {
        _bins.Evolve("BestFit");
        var items = new[] { 500, 800, 300, 200, 700, 100, 900, 400 };

        Assert.Equal(Pack(1_000, items), Pack(1_000_000, [.. items.Select(item => item * 1_000)]));
    }

    [Fact]
    public void A_picture_shows_every_bin_and_every_item_whatever_the_instance_is_called()
    {
        _bins.Evolve("BestFit");
        var instance = New("Instance", "<monday> & co", 10, new[] { 4, 4, 5, 10, 1, 6 });

        var picture = XDocument.Parse((string)_bins.Call("Draw", instance, _bins.Call("Pack", instance))!).Root!;

        // The sheet, 4 bins and 6 items.
        Assert.Equal(1 + 4 + 6, picture.Elements().Count(element => element.Name.LocalName == "rect"));
        Assert.Contains("<monday> & co: 6 items in 4 bins of 10", picture.Value, StringComparison.Ordinal);
    }

    /// <summary>The published way: all bins exist from the start, and the first highest priority wins.</summary>
    private static int[] PackOneBinAtATime(MethodInfo priority, int capacity, int[] items)
    {
        var ask = priority.CreateDelegate<Func<double, double, double, double>>();
        var rooms = items.Select(_ => capacity).ToArray();
        return [.. items.Select(item =>
        {
            var best = Enumerable.Range(0, rooms.Length).Where(bin => rooms[bin] >= item).MaxBy(bin => ask(item, rooms[bin], capacity));
            rooms[best] -= item;
            return best;
        })];
    }

    private static int[] Items(dynamic instance) => (int[])instance.Items;

    private int[] Pack(int capacity, params int[] items) => (int[])((dynamic)_bins.Call("Pack", (object)Instance(capacity, items))!).BinOfItem;

    private object Instance(int capacity, params int[] items) => New("Instance", "tiny", capacity, items);

    private object New(string type, params object[] arguments) => _bins.New(type, arguments);

    private List<dynamic> Make(string method, string variant) => [.. ((IEnumerable)_bins.Call(method, variant)!).Cast<object>()];

    /// <summary>As a runner does it: the published files are read relative to the specification's folder.</summary>
    private List<dynamic> Test(string variant)
    {
        var files = variant == "or" ? new[] { "or1", "or2", "or3", "or4" } : ["weibull5k"];
        return [.. files.SelectMany(file => Make("Own", Path.Combine(Place.Path, "data", $"{file}.json")))];
    }

    private double Excess(IReadOnlyList<dynamic> instances) =>
        (double)_bins.Call("Excess", LoadedSpecification.Pairs([.. instances.Select(instance => ((object)instance, _bins.Call("Pack", (object)instance)!))]))!;
}
