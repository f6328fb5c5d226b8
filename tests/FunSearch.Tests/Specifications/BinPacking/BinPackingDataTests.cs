using System.Collections;
using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications.BinPacking;

/// <summary>A user's own items, good and bad.</summary>
public sealed class BinPackingDataTests : IDisposable
{
    private static readonly ProblemPlace Place = ProblemFinder.Find("bin-packing");
    private static readonly Specification Specification = SpecificationReader.Read(Place.Path, Place.Problem, "");

    private readonly SpecificationFolder _folder = new();
    private readonly LoadedSpecification _bins = new(Specification);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("instance,capacity,size\na,10,3\nb,20,4\na,10,5\n")]
    [InlineData("\uFEFFInstance, Capacity, Size\r\na,10,3\r\n\r\n b , 20 , 4 \r\na,10,5")]
    public void Rows_are_grouped_by_instance_in_their_order(string text)
    {
        Assert.Equal(["a 10 [3 5]", "b 20 [4]"], Read("items.csv", text));
    }

    [Theory]
    [InlineData("""{"dataset":"D","instances":[{"name":"a","capacity":10,"num_items":2,"items":[3,5]},{"capacity":20,"items":[4]}]}""", "D/a 10 [3 5]", "D/1 20 [4]")]
    [InlineData("""{"instances":[{"name":"a","items":[3,5],"capacity":10}]}""", "a 10 [3 5]")]
    public void Json_is_read_like_the_published_files(string text, params string[] expected)
    {
        Assert.Equal(expected, Read("items.json", text));
    }

    [Theory]
    [InlineData("size\n3\n", "items.csv, line 1: the header is 'size'. It must be 'instance,capacity,size'.")]
    [InlineData("instance,capacity,size\na,10\n", "items.csv, line 2: it has 2 fields. It must have 3: instance,capacity,size.")]
    [InlineData("instance,capacity,size\na,10,3\n,10,3\n", "items.csv, line 3: the instance has no name. Give it one, the same in all of its rows.")]
    [InlineData("instance,capacity,size\na,ten,3\n", "items.csv, line 2: capacity is 'ten'. It must be a whole number from 1 to 1000000.")]
    [InlineData("instance,capacity,size\na,10,3\n\na,11,3\n", "items.csv, line 4: instance 'a' has the capacity 11 here and 10 before. It must have one.")]
    [InlineData("instance,capacity,size\na,10,3\na,10,2.5\n", "items.csv, line 3: size is '2.5'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("instance,capacity,size\na,10,0\n", "items.csv, line 2: size is '0'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("instance,capacity,size\na,10,11\n", "items.csv, line 2: size is '11'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("instance,capacity,size\n", "items.csv holds no instance. Write at least one item.")]
    [InlineData("", "items.csv holds no instance. Write at least one item.")]
    public void A_bad_row_of_a_table_is_named(string text, string expected) => Assert.Equal(expected, Refusal("items.csv", text));

    [Theory]
    [InlineData("""{"instances":[{"name":"a","capacity":10,"items":[3,""" + "\n11]}]}", "items.json, line 2: size is '11'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("{\n\"instances\":[\n{\"capacity\":10,\"items\":[3,\n\n2.5]}]}", "items.json, line 5: size is '2.5'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("{\n\"instances\":[{\"capacity\":10,\"items\":[\"3\"]}]}", "items.json, line 2: size is '\"3\"'. It must be a whole number from 1 to 10, the capacity.")]
    [InlineData("{\n\"instances\":[{\"capacity\":-1,\"items\":[3]}]}", "items.json, line 2: capacity is '-1'. It must be a whole number from 1 to 1000000.")]
    [InlineData("{\n\"instances\":[{\"items\":[3]}]}", "items.json, line 2: this is not the JSON of a file of items at $.instances[0]. " + Form)]
    [InlineData("{\"instances\":[\nnull]}", "items.json, line 1: this is not the JSON of a file of items. " + Form)]
    [InlineData("{\"instances\":[\n{\"capacity\":10,\"items\":null}]}", "items.json, line 2: this is not the JSON of a file of items at $.instances[0].items. " + Form)]
    [InlineData("{\"instances\":[\n\n3,", "items.json, line 3: this is not the JSON of a file of items at $.instances[0]. " + Form)]
    [InlineData("[]", "items.json, line 1: this is not the JSON of a file of items. " + Form)]
    [InlineData("{\"instances\":[]}", "items.json holds no instance. Write at least one item.")]
    public void A_bad_value_of_a_json_file_is_named(string text, string expected) => Assert.Equal(expected, Refusal("items.json", text));

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Assert.Equal("items.xlsx: a file of items must end with '.csv' or '.json'.", Refusal("items.xlsx", "x"));

    private const string Form = """It must be { "instances": [ { "name": "a", "capacity": 150, "items": [42, 69] } ] }.""";

    private IEnumerable<string> Read(string name, string text)
    {
        var path = _folder.Write(name, text);
        return ((IEnumerable)_bins.Call("Own", path)!).Cast<dynamic>()
            .Select(instance => $"{instance.Name} {instance.Capacity} [{string.Join(' ', (int[])instance.Items)}]");
    }

    private string Refusal(string name, string text) => Assert.Throws<InvalidDataException>(() => Read(name, text)).Message;
}
