using System.Globalization;
using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Search;

/// <summary>What a search has counted, and which bodies it has met.</summary>
internal sealed class Tally
{
    private readonly long[] _outcomes = new long[Enum.GetValues<OutcomeKind>().Length];

    // Half of a SHA-256 tells bodies apart as surely as the whole, in a quarter of the memory of its text.
    private readonly Dictionary<UInt128, long> _firstWithBody = [];

    public long Samples { get; private set; }

    public long Tokens { get; private set; }

    public long Requests { get; private set; }

    /// <summary>Takes note of a new sample, and tells the first one with the same body: itself, if the body is new or missing.</summary>
    public long Meet(Sample sample)
    {
        if (sample.Proposal.Exchange is { } exchange)
        {
            Requests++;
            Tokens += exchange.InputTokens + exchange.OutputTokens;
        }

        if (sample.Proposal.Body is not { } body)
        {
            return sample.Id;
        }

        var key = UInt128.Parse(body.Hash.AsSpan(0, 32), NumberStyles.HexNumber);
        return _firstWithBody.TryAdd(key, sample.Id) ? sample.Id : _firstWithBody[key];
    }

    public void Count(Outcome outcome)
    {
        Samples++;
        _outcomes[(int)outcome.Kind]++;
    }

    public SearchProgress Snapshot(Champion? champion, ProgramsDatabase database, TimeSpan elapsed) => new(
        Samples,
        Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, kind => _outcomes[(int)kind]),
        champion,
        [.. database.Islands.Select(island => new IslandProgress(island.Best.Score, island.Clusters, island.Programs, island.Epoch))],
        elapsed,
        Tokens,
        Requests);
}
