namespace FunSearch.Comparing;

/// <summary>Some numbers at a glance.</summary>
/// <param name="Deviation">Standard deviation of a sample (n − 1); not a number for a single one.</param>
internal sealed record Spread(int Count, double Mean, double Deviation, double Least, double Most)
{
    /// <param name="numbers">At least one, finite.</param>
    public static Spread Of(IReadOnlyCollection<double> numbers)
    {
        var mean = numbers.Average();
        var squares = numbers.Sum(number => (number - mean) * (number - mean));
        return new Spread(numbers.Count, mean, Math.Sqrt(squares / (numbers.Count - 1)), numbers.Min(), numbers.Max());
    }
}
