using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Runs;

/// <summary>A program and its scores, each the mean over a split's inputs in the user's own sign.</summary>
/// <param name="Name">How it is called in tables: <c>best (sample 812)</c>, or a baseline's name.</param>
/// <param name="Code">The whole method; null for a baseline, which stands in the specification.</param>
/// <param name="Train">Null where it did not score; so for the other splits, and where there are no inputs.</param>
/// <param name="Test">Null also while the search goes on: nothing is ever chosen by it.</param>
/// <param name="Figures">By name of the figure, then by group of inputs; in the figure's own unit.</param>
/// <param name="IsVerified">True when a clean process recomputed every one of these scores and found no violation.</param>
public sealed record ProgramReport(
    string Name,
    string? Code,
    double? Train,
    double? Validation,
    double? Test,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    bool IsVerified)
{
    internal static ProgramReport Of(Contender contender, Body? body, Specification specification)
    {
        return new ProgramReport(
            contender.Name,
            body is null ? null : CodeText.Method(specification.Function, body),
            Mean(Split.Train),
            Mean(Split.Validation),
            Mean(Split.Test),
            contender.AllFigures(),
            contender.IsVerified);

        double? Mean(Split split) => contender.Mean(split) is { } score ? specification.InUsersSign(score) : null;
    }
}
