using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Randomness;

namespace FunSearch.Benchmarks;

/// <summary>Programs that no evaluator has seen, with 60 scores each. As in a run of bin packing, about one in three is the first of its behaviour.</summary>
internal static class Population
{
    private const int Inputs = 60;

    /// <summary>A database that has grown as in a search, resets included, to so many registrations.</summary>
    public static ProgramsDatabase Grow(int registrations)
    {
        var database = new ProgramsDatabase(new IslandOptions(), Program(0));
        for (var number = 1; database.Registrations < registrations; number++)
        {
            Register(database, Program(number));
        }

        return database;
    }

    public static void Register(ProgramsDatabase database, ScoredProgram program)
    {
        var island = (int)(program.Id % database.Islands.Count);
        database.TryRegister(program, new IslandTicket(island, database.Islands[island].Epoch));
        if (database.IsResetDue)
        {
            database.ResetWeakerHalf(new SeededRandom(seed: 1, SeededRandom.Stream.Reset, program.Id));
        }
    }

    public static ScoredProgram Program(int number)
    {
        // Three neighbours on one island behave alike. The order of their scores is not that in which they come.
        var behaviour = (number / 30 * 10) + (number % 10);
        var score = unchecked((uint)behaviour * 2_654_435_761) % 10_000 / 100.0;
        return new ScoredProgram(
            number,
            new Body($"{{ return item * {number} - room; }}"),
            new Signature(Enumerable.Repeat(score, Inputs - 1).Append(behaviour)));
    }
}
