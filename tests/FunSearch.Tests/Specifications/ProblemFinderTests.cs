using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications;

public sealed class ProblemFinderTests : IDisposable
{
    private readonly SpecificationFolder _folder = new();

    private string BuiltIn => Path.Combine(_folder.Path, "problems");

    public ProblemFinderTests()
    {
        _folder.Write("problems/CapSet/Specification.cs", "");
        _folder.Write("problems/BinPacking/Specification.cs", "");
        _folder.Write("problems/obj/project.assets.json", "");
        _folder.Write("mine/spec.cs", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bin_packing_is_built_in() => Assert.Contains("bin-packing", ProblemFinder.BuiltIn());

    [Theory]
    [InlineData("bin-packing", "bin-packing", "")]
    [InlineData("bin-packing:weibull", "bin-packing", "weibull")]
    [InlineData("cap-set:3,4,5", "cap-set", "3,4,5")]
    public void A_built_in_name_leads_to_its_folder(string typed, string problem, string variant)
    {
        var folder = problem == "cap-set" ? "CapSet" : "BinPacking";

        var place = ProblemFinder.Find(typed, BuiltIn);

        Assert.Equal(new ProblemPlace(Path.Combine(BuiltIn, folder), problem, variant), place);
    }

    [Theory]
    [InlineData("mine", "")]
    [InlineData("mine", "large")]
    [InlineData("mine/spec.cs", "")]
    [InlineData("mine/spec.cs", "large")]
    public void An_absolute_path_is_taken_as_it_is(string path, string variant)
    {
        var full = Path.Combine(_folder.Path, path);

        var place = ProblemFinder.Find(variant.Length == 0 ? full : $"{full}:{variant}", BuiltIn);

        Assert.Equal(new ProblemPlace(full, full, variant), place);
    }

    [Fact]
    public void A_relative_path_is_seen_from_the_current_directory()
    {
        var typed = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(_folder.Path, "mine"));

        var place = ProblemFinder.Find($"{typed}:large", BuiltIn);

        Assert.Equal(new ProblemPlace(Path.Combine(_folder.Path, "mine"), typed, "large"), place);
    }

    [Fact]
    public void A_colon_in_a_folders_name_is_no_variant()
    {
        var path = _folder.Write("a:b/spec.cs", "");

        var place = ProblemFinder.Find(path, BuiltIn);

        Assert.Equal(new ProblemPlace(path, path, ""), place);
    }

    [Theory]
    [InlineData("bin-paking:or", "bin-paking:or: No problem of this name is built in. Did you mean 'bin-packing'? Built in: bin-packing, cap-set. A problem of your own is a folder or a '.cs' file, for instance './bin-paking'.")]
    [InlineData("warehouse", "warehouse: No problem of this name is built in. Built in: bin-packing, cap-set. A problem of your own is a folder or a '.cs' file, for instance './warehouse'.")]
    [InlineData("./warehouse", "./warehouse: There is no such file or folder.")]
    [InlineData("warehouse.cs:large", "warehouse.cs:large: There is no such file or folder.")]
    public void What_is_not_there_is_one_sentence(string typed, string expected)
    {
        var exception = Assert.Throws<SpecificationException>(() => ProblemFinder.Find(typed, BuiltIn));

        Assert.Equal(expected, exception.Message);
    }
}
