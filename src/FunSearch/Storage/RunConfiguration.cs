using FunSearch.Accounts;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Storage;

/// <summary>What makes a run the run it is: written once, when it starts.</summary>
internal sealed record RunConfiguration
{
    /// <summary>The run's name, unique in its store.</summary>
    public required string Name { get; init; }

    /// <summary>The problem as the user named it, with its variant: a built-in name or an absolute path, <c>warehouse:large</c>.</summary>
    public required string Problem { get; init; }

    /// <summary><see cref="Specification.Hash"/>: a run goes on only with the specification it was started with.</summary>
    public required string SpecificationHash { get; init; }

    /// <summary><see cref="Specification.Parts"/>: they say what has changed when the hash is another.</summary>
    public IReadOnlyDictionary<string, string> SpecificationParts { get; init; } = new Dictionary<string, string>();

    /// <summary>The function that is searched. With it and <see cref="Measures"/> a run is read without its specification.</summary>
    public required EvolvedFunction Function { get; init; }

    /// <summary>How its results are told.</summary>
    public required Measures Measures { get; init; }

    /// <summary>The proposer as the user named it.</summary>
    public required string Proposer { get; init; }

    /// <summary>The settings of the language models that it asks, as one JSON text that the store has no need to understand; null where it
    /// asks none.</summary>
    public string? Models { get; init; }

    /// <summary>The version of the product that started it.</summary>
    public required string Version { get; init; }

    /// <summary>The seed and the shape of the search.</summary>
    public required SearchOptions Search { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>Whether candidates may be cut short; where two stages are not worth it, nobody is all the same.</summary>
    public bool CutShort { get; init; } = true;

    /// <summary>Training inputs, by number, that candidates are run on first; who is clearly out by then is cut short. None: nobody is.</summary>
    public IReadOnlyList<int> First { get; init; } = [];

    /// <summary>The user's own inputs; null for the specification's.</summary>
    public UserData? Data { get; init; }

    /// <summary>The program that it began with; null for the specification's own.</summary>
    public StartingProgram? From { get; init; }

    /// <summary>Which walls stood when it began, as one line for people.</summary>
    public string Walls { get; init; } = "";

    /// <summary>Where it stops; may be raised on resume.</summary>
    public Budget Budget { get; init; } = new();
}
