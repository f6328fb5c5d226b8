using FunSearch.Worker.Running;

namespace FunSearch.Tests.Running;

public sealed class SharesTests
{
    [Theory]
    [InlineData(10, new[] { 60, 20, 20 }, new[] { 6, 2, 2 })]
    [InlineData(5, new[] { 60, 20, 20 }, new[] { 3, 1, 1 })]
    [InlineData(3, new[] { 98, 1, 1 }, new[] { 1, 1, 1 })]
    [InlineData(4, new[] { 98, 1, 1 }, new[] { 2, 1, 1 })]
    [InlineData(7, new[] { 100, 0, 0 }, new[] { 7, 0, 0 })]
    [InlineData(7, new[] { 50, 0, 50 }, new[] { 4, 0, 3 })]
    [InlineData(101, new[] { 33, 33, 34 }, new[] { 33, 33, 35 })]
    public void Rows_are_divided_by_percent_with_one_at_least_for_each_share(int rows, int[] percentages, int[] expected) =>
        Assert.Equal(expected, Shares.Of(rows, percentages));

    [Fact]
    public void Too_few_rows_are_not_divided() => Assert.Null(Shares.Of(2, [60, 20, 20]));

    [Fact]
    public void Every_row_goes_to_exactly_one_share()
    {
        for (var rows = 3; rows < 300; rows++)
        {
            for (var train = 1; train < 99; train++)
            {
                var counts = Shares.Of(rows, [train, 1, 99 - train])!;

                Assert.Equal(rows, counts.Sum());
                Assert.All(counts, count => Assert.True(count >= 1));
            }
        }
    }
}
