using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Views;

/// <summary>A program of a run that is taken away: one that scored.</summary>
/// <param name="Signature">Its scores on train when it was settled.</param>
/// <param name="Verified">Null when it was never a new best, and so never examined.</param>
internal sealed record TakenProgram(RunSummary Run, long Id, Body Body, Signature Signature, JournalEntry.Verified? Verified)
{
    public RunConfiguration Configuration => Run.Configuration;

    /// <summary>What was made of it after the run; null while it is as it was in the run.</summary>
    public Simplified? Simplified { get; init; }

    /// <summary>What it is called in tables.</summary>
    public string Name => $"{(Simplified is null ? "" : "simplified ")}{(Id == 0 ? "first program" : $"sample {Id}")}";

    /// <summary>As the store has it, on the splits that it was examined on when the run went on.</summary>
    public Contender Stored()
    {
        var train = Verified?.Train ?? new Examination(
            new Outcome.Scored(Signature), [], new Dictionary<string, IReadOnlyDictionary<string, double>>(), IsVerified: false);
        var splits = new Dictionary<Split, Examination> { [Split.Train] = train };
        if (Verified?.Validation is { } validation)
        {
            splits[Split.Validation] = validation;
        }

        return new Contender(Name, splits);
    }
}

/// <summary>What is told of it, and what it finds.</summary>
/// <param name="Baselines">On the same splits; empty when they could not be run.</param>
/// <param name="Solutions">As JSON, one an input; none for a split that it did not score on.</param>
internal sealed record TakenScores(Contender Program, IReadOnlyList<Contender> Baselines, IReadOnlyDictionary<Split, IReadOnlyList<byte[]>> Solutions);
