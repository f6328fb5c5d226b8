using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Commands;

/// <summary>The program that a command works on, with all that it takes to run it: out of a stored run, or out of a file.</summary>
/// <param name="Data">The user's own inputs; null for the specification's.</param>
/// <param name="Name">What it is called in tables: <c>sample 812</c>, <c>my-idea.cs</c>.</param>
/// <param name="Taken">The same as its run has it; null for one out of a file.</param>
internal sealed record ProgramSubject(Specification Specification, UserData? Data, Limits Limits, Body Body, string Name, TakenProgram? Taken)
{
    /// <summary>What it is and where it comes from, for the middle of a sentence.</summary>
    public string FullName => Taken is null ? Name : $"{Name} of {Taken.Configuration.Name}";

    /// <summary>The same as a search begins with it.</summary>
    public StartingProgram Start => new(Taken is null ? Name : $"{Taken.Configuration.Name} ({Name})", Body.Text);

    /// <summary>A program of a stored run, on the inputs and (unless others are given) within the limits of that run.</summary>
    /// <exception cref="RunException">The specification or the data has changed since, or a wall is missing.</exception>
    /// <exception cref="SpecificationException">The specification is gone.</exception>
    public static async Task<ProgramSubject> OfAsync(TakenProgram taken, Limits? limits, bool allowUnsandboxed, CancellationToken cancellationToken)
    {
        var configuration = taken.Configuration;
        Isolation.Require(Evaluation.Walls.All, allowUnsandboxed, configuration.Proposer, configuration.From);
        var specification = await UnchangedProblem.ReadAsync(configuration, cancellationToken);
        return new ProgramSubject(specification, configuration.Data, limits ?? configuration.Limits, taken.Body, taken.Name, taken);
    }

    /// <summary>A program that a person wrote.</summary>
    /// <param name="problem">As it was typed.</param>
    /// <param name="file">A method or a body; <c>-</c> for standard input.</param>
    /// <exception cref="CommandException">There is no such file, or nothing usable in it.</exception>
    /// <exception cref="RunException">A wall is missing.</exception>
    /// <exception cref="SpecificationException">No search could start from the specification.</exception>
    public static async Task<ProgramSubject> OfAsync(
        string problem, string file, UserData? data, Limits limits, bool allowUnsandboxed, CancellationToken cancellationToken)
    {
        Isolation.Require(Evaluation.Walls.All, allowUnsandboxed, "The program of --program");
        var specification = Problems.Read(problem);
        var (body, noCode) = Composition.ReadBody(await ProgramFile.ReadAsync(file, cancellationToken), specification);
        var name = file == ProgramFile.StandardInput ? "standard input" : Path.GetFileName(file);
        return new ProgramSubject(specification, data, limits, body ?? throw new CommandException($"{name} holds no program. {noCode}"), name, Taken: null);
    }
}
