namespace FunSearch.Islands;

/// <summary>Where a prompt's parents came from. A proposal is registered there, unless the island has been reset since.</summary>
/// <param name="Island">Counted from 0.</param>
/// <param name="Epoch">Counts the island's lives from 0.</param>
internal sealed record IslandTicket(int Island, int Epoch);
