using CsCheck;
using FunSearch.Islands;
using static FunSearch.Tests.Islands.Population;

namespace FunSearch.Tests.Islands;

public class IslandResetTests
{
    [Fact]
    public void The_weaker_half_is_emptied_and_founded_with_the_best_of_survivors()
    {
        var database = Scored(7, 3, 5, 6);

        var founders = database.ResetWeakerHalf(new Random(1));

        Assert.Equal([1, 2], founders.Keys.Order());
        Assert.All(founders.Values, founder => Assert.Contains(founder, new long[] { 1, 4 }));
        Assert.Equal([0, 1, 1, 0], database.Islands.Select(island => island.Epoch));
        Assert.Equal([2, 1, 1, 2], database.Islands.Select(island => island.Programs));
        Assert.All(founders, founder => Assert.Equal(founder.Value, database.Islands[founder.Key].Best.Id));
    }

    [Fact]
    public void Every_survivor_may_found_an_emptied_island()
    {
        var random = new Random(1);

        var founders = Enumerable.Range(0, 100).SelectMany(_ => Scored(7, 3, 5, 6).ResetWeakerHalf(random).Values);

        Assert.Equal([1L, 4], founders.Distinct().Order());
    }

    [Fact]
    public void Some_emptied_islands_begin_with_the_first_program()
    {
        var random = new Random(1);

        var founders = Enumerable.Range(0, 200).SelectMany(_ => Scored(freshStarts: 0.5, [7, 3, 5, 6]).ResetWeakerHalf(random).Values).ToList();

        Assert.InRange(founders.Count(founder => founder == 0), 160, 240);
        Assert.Equal([0L, 1, 4], founders.Distinct().Order());
    }

    [Fact]
    public void An_island_that_finds_nothing_better_is_emptied_unless_it_is_the_best()
    {
        var database = Scored(7, 3, 5, 6);
        foreach (var island in new[] { 0, 2 })
        {
            for (var id = 10; id < 13; id++)
            {
                Assert.False(database.IsResetDue && island == 0);
                database.TryRegister(Program((10 * island) + id, 1), new IslandTicket(island, 0));
            }
        }

        Assert.True(database.IsResetDue);
        var founders = database.Reset(new Random(1));

        Assert.Equal([2], founders.Keys);
        Assert.Equal([0, 0, 1, 0], database.Islands.Select(island => island.Epoch));
        Assert.False(database.IsResetDue);
    }

    [Fact]
    public void Of_an_odd_number_of_islands_the_larger_half_survives()
    {
        var founders = Scored(1, 2, 3, 4, 5).ResetWeakerHalf(new Random(1));

        Assert.Equal([0, 1], founders.Keys.Order());
    }

    [Fact]
    public void Chance_decides_between_islands_of_equal_score()
    {
        var random = new Random(1);

        var emptied = Enumerable.Range(0, 4_000).SelectMany(_ => Scored(5, 5, 5, 5).ResetWeakerHalf(random).Keys).CountBy(island => island);

        Assert.All(emptied, count => Assert.Equal(0.5, count.Value / 4_000.0, 0.05));
    }

    [Fact]
    public void However_small_a_lead_is_chance_does_not_take_it()
    {
        Gen.Int.Sample(seed => Assert.Equal([0], Scored(1e-300, 2e-300).ResetWeakerHalf(new Random(seed)).Keys));
    }

    [Fact]
    public void A_program_bred_before_its_island_was_reset_is_not_registered()
    {
        var database = Scored(7, 3, 5, 6);
        var stale = new IslandTicket(Island: 1, Epoch: 0);

        database.ResetWeakerHalf(new Random(1));

        Assert.False(database.TryRegister(Program(100, 100), stale));
        Assert.True(database.TryRegister(Program(100, 100), stale with { Epoch = 1 }));
        Assert.Equal((5L, 100L), (database.Registrations, database.Islands.Max(island => island.Best.Id)));
    }

    [Fact]
    public void A_reset_is_due_after_every_period_of_registrations()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 2, ResetPeriod = 3 }, Program(0, 0));
        var resets = new List<long>();

        for (var id = 1; id <= 10; id++)
        {
            var (ticket, _) = database.SampleParents(new Random(id));
            database.TryRegister(Program(id, id), ticket);
            database.TryRegister(Program(id, id), ticket);
            if (database.IsResetDue)
            {
                database.ResetWeakerHalf(new Random(id));
                resets.Add(database.Registrations);
            }
        }

        Assert.Equal([3L, 6, 9], resets);
    }

    [Fact]
    public void A_single_island_is_never_reset()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 1, ResetPeriod = 1 }, Program(0, 0));

        database.TryRegister(Program(1, 1), new IslandTicket(0, 0));

        Assert.False(database.IsResetDue);
        Assert.Empty(database.ResetWeakerHalf(new Random(1)));
        Assert.Equal(0, database.Islands[0].Epoch);
    }

    /// <summary>One island a score; the program that has it has the island's number plus one as its id.</summary>
    private static ProgramsDatabase Scored(params double[] scores) => Scored(freshStarts: 0, scores);

    private static ProgramsDatabase Scored(double freshStarts, double[] scores)
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = scores.Length, FreshStarts = freshStarts, Patience = 3 }, Program(0, -1));
        for (var island = 0; island < scores.Length; island++)
        {
            database.TryRegister(Program(island + 1, scores[island]), new IslandTicket(island, 0));
        }

        return database;
    }
}
