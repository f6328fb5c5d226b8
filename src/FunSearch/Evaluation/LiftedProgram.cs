namespace FunSearch.Evaluation;

/// <summary>A compiled program that takes literals as values.</summary>
/// <param name="image">Of one body.</param>
/// <param name="lifted">Which of its numbers are values, in their order.</param>
/// <param name="numbers">All numbers of that body: those that were not lifted are in the image.</param>
internal sealed class LiftedProgram(byte[] image, IReadOnlyList<int> lifted, IReadOnlyList<double> numbers)
{
    public byte[] Image => image;

    /// <summary>Which numbers are in the image.</summary>
    public IReadOnlyList<int> Fixed { get; } = [.. Enumerable.Range(0, numbers.Count).Except(lifted)];

    /// <summary>The values that make it a body of its form; null when that differs in a number that is in the image.</summary>
    public double[]? ValuesOf(LiteralForm form) => Fixed.All(i => form.Numbers[i] == numbers[i]) ? [.. lifted.Select(i => form.Numbers[i])] : null;
}
