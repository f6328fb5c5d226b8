namespace FunSearch.Evaluation;

/// <summary>How much longer some may take than the limit that was set.</summary>
internal static class Patience
{
    /// <summary>The longest wait that a timer can be set to, nearly fifty days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>So many times a limit, as far as a timer reaches.</summary>
    public static TimeSpan Times(int times, TimeSpan limit) => limit < Longest / times ? limit * times : Longest;
}
