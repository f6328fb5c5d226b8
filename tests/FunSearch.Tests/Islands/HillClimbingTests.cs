using FunSearch.Islands;
using FunSearch.Randomness;

namespace FunSearch.Tests.Islands;

public sealed class HillClimbingTests
{
    private static readonly IslandOptions Options = IslandOptions.HillClimbing;

    [Fact]
    public void Its_numbers_break_no_rule() => Assert.Empty(Options.Violations());

    [Theory]
    [InlineData(0.001)]
    [InlineData(1e-12)]
    public void However_little_the_best_program_leads_it_is_the_only_parent(double lead)
    {
        var database = new ProgramsDatabase(Options, Population.Program(1, 5));
        Register(database, 2, 5 + lead);
        for (var worse = 3; worse < 100; worse++)
        {
            Register(database, worse, 5 - (worse * 1e-6));
        }

        Assert.Equal(new Dictionary<long, double> { [2] = 1 }, Parents(database));
    }

    [Fact]
    public void It_climbs_with_every_new_best_through_whole_periods_of_the_temperature()
    {
        var database = new ProgramsDatabase(Options with { TemperaturePeriod = 10 }, Population.Program(0, 0));
        for (var step = 1; step <= 35; step++)
        {
            Register(database, step, step);

            Assert.Equal(new Dictionary<long, double> { [step] = 1 }, Parents(database));
        }
    }

    [Fact]
    public void Of_programs_that_score_the_same_every_behaviour_is_drawn_and_of_each_the_shortest()
    {
        var database = new ProgramsDatabase(Options, Population.Program(1, 4, 6));
        Register(database, 2, 6, 4);
        database.TryRegister(Population.Program(3, terms: 5, [6, 4]), new IslandTicket(0, 0));

        var shares = Parents(database);

        Assert.Equal([1L, 2L], shares.Keys.Order());
        Assert.InRange(shares[1], 0.4, 0.6);
    }

    private static void Register(ProgramsDatabase database, long id, params double[] scores) =>
        Assert.True(database.TryRegister(Population.Program(id, scores), new IslandTicket(0, 0)));

    private static Dictionary<long, double> Parents(ProgramsDatabase database)
    {
        var number = 0;
        return Population.Shares(500, () => database.SampleParents(new SeededRandom(7, SeededRandom.Stream.Parents, ++number)).Parents);
    }
}
