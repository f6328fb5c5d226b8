using FunSearch.Islands;
using static FunSearch.Tests.Islands.Population;

namespace FunSearch.Tests.Islands;

public class ProgramsDatabaseTests
{
    [Fact]
    public void The_first_program_founds_every_island()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 3 }, Program(0, 7));

        Assert.All(database.Islands, island => Assert.Equal((0L, 1, 1, 0), (island.Best.Id, island.Clusters, island.Programs, island.Epoch)));
        Assert.Equal((3, 0L), (database.Islands.Count, database.Registrations));
    }

    [Fact]
    public void Islands_are_drawn_alike()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 4 }, Program(0, 7));
        var random = new Random(1);

        var counts = Enumerable.Range(0, 40_000).CountBy(_ => database.SampleParents(random).Ticket.Island).ToDictionary();

        Assert.Equal(4, counts.Count);
        Assert.All(counts.Values, count => Assert.Equal(0.25, count / 40_000.0, 0.01));
    }

    [Fact]
    public void A_program_is_registered_where_its_parents_came_from_and_nowhere_else()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 3 }, Program(0, 7));

        var registered = database.TryRegister(Program(1, 9), new IslandTicket(Island: 1, Epoch: 0));

        Assert.True(registered);
        Assert.Equal([0L, 1, 0], database.Islands.Select(island => island.Best.Id));
        Assert.Equal(1, database.Registrations);
    }

    [Fact]
    public void The_same_program_may_live_on_two_islands_but_not_twice_on_one()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 2 }, Program(0, 7));

        bool[] registered =
        [
            database.TryRegister(Program(1, 9), new IslandTicket(0, 0)),
            database.TryRegister(Program(1, 9), new IslandTicket(1, 0)),
            database.TryRegister(Program(1, 9), new IslandTicket(1, 0)),
        ];

        Assert.Equal([true, true, false], registered);
        Assert.Equal(2, database.Registrations);
    }

    [Fact]
    public void Programs_of_equal_signature_share_a_cluster()
    {
        var database = new ProgramsDatabase(new IslandOptions { Islands = 1 }, Program(0, 1, 3));

        database.TryRegister(Program(1, 1, 3), new IslandTicket(0, 0));
        database.TryRegister(Program(2, 3, 1), new IslandTicket(0, 0));

        Assert.Equal((2, 3), (database.Islands[0].Clusters, database.Islands[0].Programs));
    }

    [Fact]
    public void One_seed_gives_one_search()
    {
        Assert.Equal(LongSearch(seed: 1), LongSearch(seed: 1));
        Assert.NotEqual(LongSearch(seed: 1), LongSearch(seed: 2));
    }

    private static List<string> LongSearch(int seed)
    {
        var random = new Random(seed);
        var options = new IslandOptions { Islands = 5, ResetPeriod = 150, TemperaturePeriod = 70, ClusterCapacity = 3, ParentsPerPrompt = 3 };
        var database = new ProgramsDatabase(options, Program(0, 0, 0));
        var told = new List<string>();
        for (var id = 1; id <= 3_000; id++)
        {
            var (ticket, parents) = database.SampleParents(random);
            var scores = parents[^1].Signature.Scores.Select(score => score + random.Next(-2, 3)).ToArray();
            var registered = database.TryRegister(Program(id, random.Next(1, 6), scores), ticket);
            told.Add($"{ticket} {string.Join(' ', parents.Select(parent => parent.Id))} {registered} {database.Islands[ticket.Island].Best.Id}");
            if (database.IsResetDue)
            {
                told.Add(string.Join(' ', database.ResetWeakerHalf(random)));
            }
        }

        return told;
    }
}
