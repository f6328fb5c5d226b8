using System.Text.Json;

namespace FunSearch.Worker.Running;

/// <summary>A number for a solution: equal for equal ones. FNV-1a of 64 bits (Fowler, Noll, Vo), which needs no library that a runner behind its
/// walls could not load any more.</summary>
internal static class SolutionTrace
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <returns>0 for a solution that cannot be written as JSON: whoever asks for it hears why.</returns>
    public static ulong Of(object? solution, Type type)
    {
        try
        {
            var hash = Basis;
            foreach (var letter in SolutionJson.Write(solution, type))
            {
                hash = (hash ^ letter) * Prime;
            }

            return hash;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return 0;
        }
    }
}
