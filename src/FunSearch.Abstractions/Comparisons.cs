namespace FunSearch;

/// <summary>Marks a method with the evolved signature that is scored by the same evaluator and shown beside every result.</summary>
/// <param name="name">What a person calls it, for instance <c>Best Fit</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BaselineAttribute(string name) : Attribute
{
    /// <summary>What a person calls it.</summary>
    public string Name { get; } = name;
}

/// <summary>Marks a method (list of (input, solution)) → number: a figure that people know the problem by, taken over the inputs of one group.</summary>
/// <param name="name">The figure's name, for instance <c>excess_percent</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FigureAttribute(string name) : Attribute
{
    /// <summary>The figure's name.</summary>
    public string Name { get; } = name;
}

/// <summary>A published or best known figure, shown with its source beside our results.</summary>
/// <param name="who">The method or the people.</param>
/// <param name="value">The figure, in its own unit and sign.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class KnownAttribute(string who, double value) : Attribute
{
    /// <summary>The method or the people.</summary>
    public string Who { get; } = who;

    /// <summary>The figure, in its own unit and sign.</summary>
    public double Value { get; } = value;

    /// <summary>The variant it belongs to; null when it belongs to all.</summary>
    public string? Variant { get; set; }

    /// <summary>The <see cref="FigureAttribute"/> it is a value of; null when it is a score.</summary>
    public string? Figure { get; set; }

    /// <summary>The group of inputs it was measured on; null when it is a mean over a split.</summary>
    public string? Group { get; set; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; set; }
}
