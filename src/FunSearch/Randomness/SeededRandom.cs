namespace FunSearch.Randomness;

/// <summary>
/// A small generator that costs nothing to make: each prompt has its own, derived from the run's seed and the prompt's number, so
/// that no generator's state is ever stored. SplitMix64: Steele, Lea, Flood, OOPSLA 2014, doi 10.1145/2660193.2660195.
/// </summary>
internal sealed class SeededRandom : Random
{
    private ulong _state;

    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">What it is for, so that two uses of one number do not share their chance.</param>
    /// <param name="number">Which of its kind, for instance a prompt's number.</param>
    public SeededRandom(long seed, Stream stream, long number) =>
        _state = Mix(Mix(Mix((ulong)seed) ^ (ulong)stream) ^ (ulong)number);

    /// <summary>The uses of chance.</summary>
    public enum Stream
    {
        Parents = 1,
        Proposal = 2,
        Reset = 3,
        Trials = 4,
    }

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = (ulong)(maxValue - minValue);
        return range == 0 ? minValue : minValue + (long)Math.BigMul(NextBits(), range, out _);
    }

    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1UL << 24));

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var value in buffer)
        {
            value = (byte)(NextBits() >> 56);
        }
    }

    protected override double Sample() => NextDouble();

    private ulong NextBits() => Finish(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value) => Finish(value + 0x9E3779B97F4A7C15);

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
