namespace FunSearch.Proposers.Llm.Settings;

/// <summary>A key of the configuration file: what it means, and what it may be. The strict reader, the checks and <c>models --explain</c>
/// know it from here alone.</summary>
/// <param name="meaning">Whole sentences, for people.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string meaning) : Attribute
{
    public string Meaning => meaning;

    /// <summary>What an object under this key is called: <c>a model</c>. For keys of objects.</summary>
    public string Thing { get; set; } = "";

    /// <summary>True when the file cannot do without it.</summary>
    public bool IsRequired { get; set; }

    /// <summary>True for a path from the configuration file's own folder.</summary>
    public bool IsFile { get; set; }

    /// <summary>True for a list of words of which the default is the list of all.</summary>
    public bool DefaultIsAll { get; set; }

    /// <summary>What its number counts, in the plural: <c>seconds</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>What null stands for, as the end of a sentence: <c>the server's own</c>. For keys that take null.</summary>
    public string? Without { get; set; }

    /// <summary>The least number.</summary>
    public double Least { get; set; } = double.NegativeInfinity;

    /// <summary>The number that it must be above.</summary>
    public double Above { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest number.</summary>
    public double Most { get; set; } = double.PositiveInfinity;

    /// <summary>Why its number is bounded, as the end of a sentence.</summary>
    public string? Because { get; set; }

    /// <summary>The numbers that it may be: <c>at least 1</c>; empty when all.</summary>
    public string Range => string.Join(" and ", new[]
    {
        double.IsFinite(Least) ? $"at least {Least}" : "",
        double.IsFinite(Above) ? $"above {Above}" : "",
        double.IsFinite(Most) ? $"at most {Most}" : "",
    }.Where(bound => bound.Length > 0));

    /// <summary>What is wrong with a number, as a sentence; null when nothing is.</summary>
    /// <param name="name">The key as the reader knows it.</param>
    /// <param name="told">The number as the reader knows it.</param>
    public string? Violation(string name, double number, string told) => double.IsFinite(number) && number >= Least && number > Above && number <= Most
        ? null
        : $"{name} is {told}. It must be {(Range.Length > 0 ? Range : "finite")}{(Because is null ? "" : $": {Because}")}.";
}
