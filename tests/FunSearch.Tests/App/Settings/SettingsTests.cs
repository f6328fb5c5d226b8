using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Storage.Sqlite;

namespace FunSearch.Tests.App.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("10m", 600_000)]
    [InlineData("2s", 2_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1_500)]
    [InlineData("1d", 86_400_000)]
    public void A_duration_is_numbers_with_units(string text, double milliseconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
        Assert.True(Durations.TryParse(Durations.Text(duration), out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("10 m")]
    [InlineData("-5s")]
    [InlineData("0s")]
    [InlineData("10min")]
    [InlineData("99999999999999d")]
    public void Anything_else_is_no_duration(string text)
    {
        Assert.False(Durations.TryParse(text, out _));
    }

    [Theory]
    [InlineData("256MB", 256_000_000)]
    [InlineData("1GB", 1_000_000_000)]
    [InlineData("1.5gb", 1_500_000_000)]
    [InlineData("64KB", 64_000)]
    public void A_size_is_a_number_with_a_unit(string text, long bytes)
    {
        Assert.True(Sizes.TryParse(text, out var size));
        Assert.Equal(bytes, size);
        Assert.True(Sizes.TryParse(Sizes.Text(bytes), out var again));
        Assert.Equal(bytes, again);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("0MB")]
    [InlineData("-1GB")]
    [InlineData("1TB")]
    public void Anything_else_is_no_size(string text)
    {
        Assert.False(Sizes.TryParse(text, out _));
    }

    [Fact]
    public void One_data_file_is_split_by_percentages()
    {
        var (data, mistake) = DataFiles.Combine(["items=2024.csv"], null);

        Assert.Null(mistake);
        Assert.Equal(Path.GetFullPath("items=2024.csv"), data!.Files[Split.Train]);
        Assert.Equal([60, 20, 20], data.Percentages!);
    }

    [Fact]
    public void Each_split_can_have_its_own_data_file()
    {
        var (data, mistake) = DataFiles.Combine(["train=a.csv", "test=b.csv"], null);

        Assert.Null(mistake);
        Assert.Null(data!.Percentages);
        Assert.Equal(Path.GetFullPath("b.csv"), data.Files[Split.Test]);
    }

    [Theory]
    [InlineData("a.csv", "b.csv")]
    [InlineData("train=a.csv", "train=b.csv")]
    [InlineData("validation=a.csv", "test=b.csv")]
    public void Data_files_that_do_not_fit_together_are_a_mistake(string one, string other)
    {
        Assert.NotNull(DataFiles.Combine([one, other], null).Mistake);
    }

    [Fact]
    public void A_split_without_a_single_file_is_a_mistake()
    {
        Assert.NotNull(DataFiles.Combine([], [60, 20, 20]).Mistake);
        Assert.NotNull(DataFiles.Combine(["train=a", "test=b"], [60, 20, 20]).Mistake);
    }

    [Theory]
    [InlineData("60,20,20", true)]
    [InlineData("100,0,0", true)]
    [InlineData("60,20", false)]
    [InlineData("60,30,20", false)]
    [InlineData("0,50,50", false)]
    [InlineData("a,b,c", false)]
    public void Percentages_are_three_and_sum_to_a_hundred(string text, bool good)
    {
        Assert.Equal(good, DataFiles.TryParsePercentages(text, out _));
    }

    [Fact]
    public void Without_any_budget_a_run_takes_five_minutes()
    {
        Assert.Equal(new Budget { Time = TimeSpan.FromMinutes(5) }, Values().ForNewRun());
        Assert.Equal(new Budget { Time = TimeSpan.FromMinutes(5), Target = 3 }, (Values() with { Target = 3 }).ForNewRun());
        Assert.Equal(new Budget { Samples = 9 }, (Values() with { Samples = 9 }).ForNewRun());
        Assert.Equal(new Budget(), (Values() with { TimeGiven = true }).ForNewRun());
    }

    [Fact]
    public void New_limits_replace_the_stored_ones_so_that_a_limit_already_reached_does_not_stop_the_run_again()
    {
        var stored = new Budget { Time = TimeSpan.FromMinutes(5), Target = 3 };

        Assert.Equal(stored, Values().ForResume(stored));
        Assert.Equal(new Budget { Samples = 9000 }, (Values() with { Samples = 9000 }).ForResume(stored));
        Assert.Equal(new Budget { Samples = 9000, Target = 2 }, (Values() with { Samples = 9000, Target = 2 }).ForResume(stored));
        Assert.Equal(stored with { Target = 2 }, (Values() with { Target = 2 }).ForResume(stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData(".x")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void A_name_that_cannot_be_typed_safely_is_refused(string name)
    {
        Assert.False(SqliteStore.IsName(name));
    }

    private static BudgetValues Values() => new(null, null, TimeGiven: false, null, null, null, null);

    [Theory]
    [InlineData("bin-packing:or", "bin-packing:or")]
    [InlineData("/work/ann/problems/depot:large", "./problems/depot:large")]
    [InlineData("/work/ann", "./ann")]
    [InlineData("/work/annex/depot", "./depot")]
    public void A_run_that_is_told_to_others_names_what_lies_below_this_folder_from_here_and_all_else_by_its_last_name(string problem, string told) =>
        Assert.Equal(told, PortableNames.Of(TemporaryStore.Configuration() with { Problem = problem }, "/work/ann").Problem);
}
