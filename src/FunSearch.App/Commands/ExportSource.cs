using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Specifications.Exporting;
using FunSearch.Storage;

namespace FunSearch.App.Commands;

/// <summary>Where an export or a picture takes from what the store has not: types, test scores, solutions.</summary>
/// <param name="Specification">The one that the run was made with; null when it is not at hand.</param>
/// <param name="Remark">Why the program cannot be run again, as sentences; null when it can.</param>
internal sealed record ExportSource(Specification? Specification, string? Remark)
{
    private const string StoreOnly = "What is told of the program is what the store has of it.";

    public static async Task<ExportSource> FindAsync(RunConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            var specification = Problems.Of(configuration);
            if (specification.Hash != configuration.SpecificationHash)
            {
                return new ExportSource(null, $"The specification of {configuration.Problem} has changed since the run began. {StoreOnly}");
            }

            return configuration.Data is { } data && await DataHashes.ChangeAsync(data, cancellationToken) is { } change
                ? new ExportSource(specification, $"{change} since the run began. {StoreOnly}")
                : new ExportSource(specification, null);
        }
        catch (SpecificationException exception)
        {
            return new ExportSource(null, $"The specification of {configuration.Problem} cannot be read: {exception.Mistakes[0].Sentence} {StoreOnly}");
        }
    }

    /// <exception cref="CommandException">There are no solutions to be had.</exception>
    public void RequireSolutions()
    {
        if (Remark is not null)
        {
            throw new CommandException($"{Remark} There are no solutions in it: --solution runs the program again, on the inputs that it was scored on.");
        }

        if (!Specification!.HasSolutions)
        {
            throw new CommandException($"{Specification.Title} has no solutions: no method is marked [Score], and [Run] returns the score itself. Leave out --solution.");
        }
    }

    /// <exception cref="CommandException">There is nothing to draw, or nothing that draws it.</exception>
    public void RequirePicture()
    {
        if (Remark is not null)
        {
            throw new CommandException($"{Remark} There are no solutions in it: --picture runs the program again, on the inputs that it was scored on.");
        }

        if (!Specification!.HasPicture)
        {
            throw new CommandException($"{Specification.Title} has no pictures: no method is marked [Picture]. Mark one that takes an input and its solution and returns SVG.");
        }
    }

    /// <summary>Refuses to put a file among those that make the problem what it is.</summary>
    /// <param name="path">As it was typed.</param>
    /// <exception cref="CommandException">The run could not be resumed then.</exception>
    public void RefuseHome(RunConfiguration configuration, string path)
    {
        if (Specification is not null)
        {
            ProblemHome.Refuse(configuration.Problem, path, $"the run '{configuration.Name}' could not be resumed any more");
        }
    }

    public string ClassName(RunConfiguration configuration) => ExportedName.Of(
        Specification?.ClassName.Split('.', '+')[^1] ?? Path.GetFileNameWithoutExtension(configuration.Problem.Split(':')[0].TrimEnd('/')),
        configuration.Function.Name);

    /// <summary>Runs the program and the baselines on all splits; without a specification, what the store has.</summary>
    /// <exception cref="CommandException">It does not score as it did in the run.</exception>
    public async Task<TakenScores> ScoreAsync(TakenProgram choice, CancellationToken cancellationToken)
    {
        if (Remark is not null)
        {
            return new TakenScores(choice.Stored(), [], new Dictionary<Split, IReadOnlyList<byte[]>>());
        }

        var configuration = choice.Configuration;
        await using var evaluator = await Composition.StartSolverAsync(
            Specification!, configuration.Data, configuration.Limits, Environment.ProcessorCount, cancellationToken);
        var comparison = new Comparison(Specification!, evaluator);
        var subject = new Subject.Candidate(choice.Body);
        var solved = await Task.WhenAll(comparison.Splits.Select(async split => (Split: split, Solved: await evaluator.SolveAsync(subject, split, cancellationToken))));
        var program = new Contender(choice.Name, solved.ToDictionary(each => each.Split, each => each.Solved.Examination));
        RefuseDifference(choice, program.Splits[Split.Train]);
        return new TakenScores(
            program,
            await comparison.RivalsAsync(configuration.From, comparison.Splits, cancellationToken),
            solved.ToDictionary(each => each.Split, each => each.Solved.Solutions));
    }

    /// <summary>The whole file.</summary>
    /// <param name="documentation">The class's, one <c>///</c> a line.</param>
    /// <exception cref="CommandException">It cannot leave its specification.</exception>
    public string Write(TakenProgram choice, string name, string documentation)
    {
        var method = CodeText.Method(choice.Configuration.Function, choice.Body);
        var exported = ExportedClass.Write(name, documentation, method, Specification);
        return exported.Code ?? throw new CommandException($"{exported.Obstacle}{(Specification is null ? $" {Remark}" : "")}");
    }

    /// <exception cref="CommandException">It does not score as it did in the run.</exception>
    public static void RefuseDifference(TakenProgram choice, Examination train)
    {
        if (train.Outcome is not Outcome.Scored { Signature: var again } || !again.ScoresLike(choice.Signature))
        {
            var found = train.Outcome is Outcome.Failed failed ? $"{Words.Of(failed.Kind)}. {failed.Detail}" : "other scores than in the run.";
            throw new CommandException(
                $"The {choice.Name} does not score as it did in the run '{choice.Configuration.Name}': {found} "
                + "Nothing is written that nobody finds again.");
        }
    }
}
