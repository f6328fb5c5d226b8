using System.Collections.Concurrent;
using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Syntax;

/// <summary>Readings of parents by their body's hash. Thread-safe; a reading is the same whether it was kept or made anew.</summary>
internal sealed class ReadingCache(EvolvedFunction function)
{
    private const int Capacity = 2_000;

    private readonly ConcurrentDictionary<string, Reading> _readings = new();

    /// <param name="body">A body that has passed the front end: the parser may hang on anything else.</param>
    public Reading Read(Body body)
    {
        if (_readings.TryGetValue(body.Hash, out var known))
        {
            return known;
        }

        if (_readings.Count >= Capacity)
        {
            _readings.Clear();
        }

        return _readings[body.Hash] = Reader.Read(function, BodyParser.Parse(body));
    }
}
