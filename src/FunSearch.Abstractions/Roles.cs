namespace FunSearch;

/// <summary>Marks the one method that is searched: its body is the first program, its documentation goes into every prompt.</summary>
/// <remarks>Parameters are numbers, <see cref="bool"/>, arrays, <see cref="ReadOnlySpan{T}"/> of numbers, tuples, and records of these.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EvolveAttribute : Attribute;

/// <summary>Marks the one method that turns an input into a solution, or straight into a score (<see cref="double"/> or <see cref="int"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunAttribute : Attribute
{
    /// <summary>True when a smaller score is better. Read only where the method returns the score itself.</summary>
    public bool Minimise { get; set; }
}

/// <summary>Marks the method (input, solution) → number that scores a solution.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScoreAttribute : Attribute
{
    /// <summary>True when a smaller score is better.</summary>
    public bool Minimise { get; set; }
}

/// <summary>Marks the method (input, solution) → <see cref="IEnumerable{T}"/> of violations, empty when the solution is valid.</summary>
/// <remarks>It shares no code with the method marked <see cref="RunAttribute"/>: it is what makes a result believable.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VerifyAttribute : Attribute;

/// <summary>Marks the method (input, solution) → text that draws a solution as SVG, for people to look at.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PictureAttribute : Attribute;

/// <summary>Marks a method without parameters that is called before a program meets its first input: here a specification forgets what it has kept of
/// the program before.</summary>
/// <remarks>What the evolved function answers may be kept from one input to the next: it answers the same every time. Nothing else may, or scores would hang on
/// the order of the inputs.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeginAttribute : Attribute;

/// <summary>Marks a helper that a candidate may call, besides the allowed library.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallableAttribute : Attribute;
