using FunSearch.Programs;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Finds the new bests of a run: reads its outcomes once, in their order, and keeps those alone.</summary>
internal static class Milestones
{
    public static IReadOnlyList<Milestone> Read(SqliteConnection connection, long run)
    {
        var milestones = new List<Milestone>();
        var samples = 0L;
        foreach (var settled in OutcomeTable.Read(connection, run).Select(line => (JournalEntry.Settled)line.Entry))
        {
            samples += settled.Id == 0 ? 0 : 1;
            if (settled.Outcome is Outcome.Scored { Signature.Score: var score } && (milestones.Count == 0 || score > milestones[^1].Score))
            {
                milestones.Add(new Milestone(samples, settled.Elapsed, score));
            }
        }

        return milestones;
    }
}
