using System.Collections.Concurrent;
using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Tuning;

namespace FunSearch.Proposers.Syntax;

/// <summary>Tries other numbers in a body, whoever wrote it: one to four at once, by steps of any size.</summary>
internal sealed class LiteralTuner
{
    /// <summary>Trials that change nothing are drawn again, so often.</summary>
    private const int Attempts = 8;

    private const int Capacity = 256;

    private readonly Kind _result;
    private readonly ReadingCache _readings;
    private readonly IReadOnlyList<double> _constants;

    // A burst tries one body many times.
    private readonly ConcurrentDictionary<string, TunableBody> _bodies = [];

    private LiteralTuner(Specification specification)
    {
        _result = Kinds.Named(specification.Function.ReturnType);
        _readings = new ReadingCache(specification.Function);
        _constants = specification.Constants;
    }

    public static Tuner For(Specification specification) => new LiteralTuner(specification).Try;

    private Body? Try(Body body, Random random)
    {
        var tunable = Read(body);
        if (tunable.Numbers.Count == 0)
        {
            return null;
        }

        var numbers = new LiteralMaker(_constants, random);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var values = new Dictionary<int, double>();
            for (var count = random.Weighted(5, 3, 1.5, 1); count >= 0; count--)
            {
                var place = random.Next(tunable.Numbers.Count);
                values[place] = tunable.Numbers[place].Next(numbers);
            }

            if (tunable.With(values) is var trial && !trial.Equals(body))
            {
                return trial;
            }
        }

        return null;
    }

    private TunableBody Read(Body body)
    {
        if (_bodies.Count >= Capacity)
        {
            _bodies.Clear();
        }

        return _bodies.GetOrAdd(body.Hash, _ => new TunableBody(body, _readings.Read(body), _result));
    }
}
