using FunSearch.Proposers.Answers;
using FunSearch.Specifications;

namespace FunSearch.Tests.Proposers.Answers;

public sealed class DeclaredMethodTests
{
    private static readonly EvolvedFunction Function = new(
        "Priority", "double", [new Parameter("double", "item"), new Parameter("double", "room"), new Parameter("int[]", "@fixed")], "");

    [Theory]
    [InlineData("double item, double room, int[] @fixed", false, "")]
    [InlineData("double size, double free, int[] @fixed", false, "size is item, free is room")]
    [InlineData("double @item, double room, Int32[] marks", false, "marks is fixed")]
    [InlineData("double room, double item, int[] @fixed", true, "room is item, item is room")]
    [InlineData("double size, double item, int[] @fixed", true, "size is item, item is room")]
    public void Parameters_with_other_names_are_told_and_those_that_change_places_are_a_mix_up(string parameters, bool mixesUp, string renamed)
    {
        var method = DeclaredMethod.In($"public static double Priority({parameters}) => 1;").Single();

        Assert.True(method.HasTypesOf(Function));
        Assert.Equal(mixesUp, method.MixesUp(Function));
        Assert.Equal(renamed, string.Join(", ", method.Renamed(Function).Select(pair => $"{pair.Its} is {pair.Functions}")));
    }
}
