namespace FunSearch.Programs;

/// <summary>A program that ran on every training input.</summary>
/// <param name="Id">The number of the sample that proposed it; 0 is the specification's own first program.</param>
public sealed record ScoredProgram(long Id, Body Body, Signature Signature)
{
    /// <summary>Mean over the training inputs, higher is better.</summary>
    public double Score => Signature.Score;
}
