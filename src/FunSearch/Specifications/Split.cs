namespace FunSearch.Specifications;

/// <summary>What a set of inputs is used for.</summary>
public enum Split
{
    /// <summary>What the search learns from.</summary>
    Train,

    /// <summary>Picks the champion; without it, train does, and every report says so.</summary>
    Validation,

    /// <summary>Read for reports only: nothing is ever chosen by it.</summary>
    Test,
}
