using FunSearch.Search;

namespace FunSearch.Replaying;

/// <summary>Names what differs between two resets of the islands, as a clause; null when nothing does.</summary>
internal static class ResetDifference
{
    public static string? Between(JournalEntry.Reset recorded, JournalEntry.Reset now)
    {
        var (before, after) = (Founders(recorded), Founders(now));
        return recorded.Registrations != now.Registrations ? $"recorded after {recorded.Registrations:N0} registrations; now after {now.Registrations:N0}"
            : before != after ? $"recorded with the founders {before}; now with the founders {after}"
            : null;
    }

    private static string Founders(JournalEntry.Reset reset) => string.Join(
        ", ", reset.Founders.OrderBy(founder => founder.Key).Select(founder => $"{founder.Value} of island {founder.Key}"));
}
