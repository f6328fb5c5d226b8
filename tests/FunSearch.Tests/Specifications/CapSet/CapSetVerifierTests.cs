using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications.CapSet;

public sealed class CapSetVerifierTests
{
    private static readonly Specification Specification = SpecificationReader.Read(ProblemFinder.Find("cap-set").Path, "cap-set", "");

    private readonly LoadedSpecification _caps = new(Specification);
    private readonly object _eight;
    private readonly object _three;

    public CapSetVerifierTests() => (_eight, _three) = (_caps.New("Space", 8), _caps.New("Space", 3));

    [Fact]
    public void The_published_set_is_valid()
    {
        var vectors = PublishedCap.Vectors();

        Assert.Equal(512, vectors.Length);
        Assert.Empty(Violations(_eight, vectors));
    }

    [Fact]
    public void With_any_one_vector_changed_to_another_it_is_not()
    {
        var vectors = PublishedCap.Vectors();
        var outside = VectorsOnTwoChords(vectors);
        var random = new Random(1);

        for (var place = 0; place < vectors.Length; place++)
        {
            var other = outside[random.Next(outside.Count)];
            Assert.Contains("lie on one line", Violations(_eight, Changed(vectors, place, other)).First(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void With_any_one_vector_doubled_or_spoilt_it_is_not()
    {
        var vectors = PublishedCap.Vectors();
        var random = new Random(2);

        for (var place = 0; place < vectors.Length; place++)
        {
            var twin = vectors[(place + random.Next(1, vectors.Length)) % vectors.Length];
            var coordinate = random.Next(8);
            Assert.Contains("No two must be the same", Violations(_eight, Changed(vectors, place, twin)).Single(), StringComparison.Ordinal);
            foreach (var wrong in new[] { -1, 3, vectors[place][coordinate] + 3 })
            {
                var spoilt = vectors[place].ToArray();
                spoilt[coordinate] = wrong;
                Assert.StartsWith($"Vector {place} is (", Violations(_eight, Changed(vectors, place, spoilt)).Single(), StringComparison.Ordinal);
            }

            Assert.StartsWith($"Vector {place} is (", Violations(_eight, Changed(vectors, place, vectors[place][1..])).Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_violation_is_a_sentence()
    {
        Assert.Empty(Violations(_three, []));
        Assert.Empty(Violations(_three, [[0, 0, 0], [0, 0, 1]]));
        Assert.Equal(
            ["Vectors 0, 1 and 2 lie on one line: (0, 1, 2), (1, 1, 0) and (2, 1, 1) sum to 0 modulo 3 in every coordinate."],
            Violations(_three, [[0, 1, 2], [1, 1, 0], [2, 1, 1]]));
        Assert.Equal(["Vectors 0 and 2 are both (0, 1, 2). No two must be the same."], Violations(_three, [[0, 1, 2], [1, 1, 0], [0, 1, 2]]));
        Assert.Equal(["Vector 1 is (0, 1). It must have 3 coordinates, each 0, 1 or 2."], Violations(_three, [[0, 1, 2], [0, 1]]));
        Assert.Equal(["Vector 0 is (0, 3, 0). It must have 3 coordinates, each 0, 1 or 2."], Violations(_three, [[0, 3, 0]]));
    }

    /// <summary>
    /// Vectors outside of the set that lie on at least two lines with two vectors of it each. Such lines have nothing but the outsider in
    /// common, so that whichever vector makes place for it, one of the lines is left: the changed set cannot be valid.
    /// </summary>
    private static List<int[]> VectorsOnTwoChords(int[][] vectors)
    {
        var chords = new Dictionary<string, int>();
        for (var one = 0; one < vectors.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var third = string.Concat(vectors[one].Zip(vectors[other], (a, b) => "021"[(a + b) % 3]));
                chords[third] = chords.GetValueOrDefault(third) + 1;
            }
        }

        Assert.DoesNotContain(vectors, vector => chords.ContainsKey(string.Concat(vector)));
        return [.. chords.Where(chord => chord.Value >= 2).Select(chord => chord.Key.Select(digit => digit - '0').ToArray())];
    }

    private static int[][] Changed(int[][] vectors, int place, int[] vector) => [.. vectors.Select((old, index) => index == place ? vector : old)];

    private IEnumerable<string> Violations(object space, int[][] vectors) =>
        (IEnumerable<string>)_caps.Call("Violations", space, _caps.New("Cap", (object)vectors))!;
}
