using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Simplifying;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>Finds the shortest program that scores as a given one, as a person sees it: what is said while it works, and what is believed of it.</summary>
/// <param name="loss">How much worse the means may become, in the score's own unit.</param>
internal sealed class Simplification(ProgramSubject subject, double loss, int workers, Terminal terminal)
{
    /// <summary>Simplifies, then has both programs examined on every split; after Ctrl-C it goes on with the shortest program so far.</summary>
    /// <exception cref="CommandException">The program does not score, or not the same each time.</exception>
    public async Task<SimplifyReport> RunAsync(CancellationToken cancellationToken)
    {
        var started = Composition.Time.GetTimestamp();
        terminal.Say($"{subject.Specification.Title} · simplifying {subject.FullName} · {Words.Count(workers, "worker")}");
        terminal.Say(Composition.Walls);
        await using var evaluator = await terminal.DuringAsync("starting the processes", () => StartAsync(cancellationToken));
        terminal.Say(InputsLine.Of(subject.Data, evaluator.Inputs));
        var (reducer, standard) = await PrepareAsync(evaluator, cancellationToken);
        var reducing = reducer.ReduceAsync(subject.Body, cancellationToken);
        await new LineWatch(() => Line(reducer.Progress), terminal, Composition.Time).UntilAsync(reducing);
        var reduced = await reducing;

        // Told to the end even after Ctrl-C; a second one does not come here.
        var comparison = new Comparison(subject.Specification, evaluator);
        var contenders = await terminal.DuringAsync("examining both programs", () => Task.WhenAll(
            comparison.ExamineAsync("simplified", new Subject.Candidate(reduced.Body), comparison.Splits, CancellationToken.None),
            comparison.ExamineAsync(subject.Name, new Subject.Candidate(subject.Body), comparison.Splits, CancellationToken.None)));
        RefuseNoise(standard, contenders[0]);
        return new SimplifyReport(subject, reduced, loss, contenders[0], contenders[1], Composition.Time.GetElapsedTime(started));
    }

    /// <summary>Simplifies a program of a run for whoever has it examined then, without a word: standard output may belong to the program.</summary>
    /// <exception cref="CommandException">The program does not score, or not as it did in the run.</exception>
    public async Task<TakenProgram> TakeAsync(CancellationToken cancellationToken)
    {
        await using var evaluator = await StartAsync(cancellationToken);
        var (reducer, _) = await PrepareAsync(evaluator, cancellationToken);
        var reduced = await reducer.ReduceAsync(subject.Body, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var train = await evaluator.EvaluateAsync(reduced.Body, cancellationToken);
        return subject.Taken! with
        {
            Body = reduced.Body,
            Signature = train is Outcome.Scored { Signature: var signature } ? signature : throw Noise((Outcome.Failed)train),
            Verified = null,
            Simplified = new Simplified(loss, reduced.Before, reduced.After),
        };
    }

    private Task<WorkerEvaluator> StartAsync(CancellationToken cancellationToken) =>
        Composition.StartSolverAsync(subject.Specification, subject.Data, subject.Limits, workers, cancellationToken);

    private async Task<(Reducer Reducer, Standard Standard)> PrepareAsync(WorkerEvaluator evaluator, CancellationToken cancellationToken)
    {
        var splits = evaluator.Inputs.Where(split => split.Value.Count > 0).Select(split => split.Key);
        var (standard, shortfall) = await Standard.MeasureAsync(evaluator.EvaluateAsync, subject.Body, splits, loss, cancellationToken);
        RefuseDifference(standard, shortfall);
        return (new Reducer(subject.Specification.Function, standard!, workers), standard!);
    }

    /// <exception cref="CommandException">It does not score, or otherwise than in its run.</exception>
    private void RefuseDifference(Standard? standard, Shortfall? shortfall)
    {
        if (shortfall is { Outcome: var failed })
        {
            throw new CommandException(
                $"{subject.FullName} cannot be simplified, as it does not score on {Words.Of(shortfall.Split)}: {Words.Of(failed.Kind)}. {failed.Detail}");
        }

        if (subject.Taken is { } taken && !standard!.Allows(Split.Train, new Outcome.Scored(taken.Signature)))
        {
            throw new CommandException(
                $"{subject.FullName} has other scores on train now than in its run, and which are to be kept nobody knows. "
                + $"Does it score the same each time? {CommandName.Typed} check {taken.Configuration.Problem}");
        }
    }

    private static void RefuseNoise(Standard standard, Contender shorter)
    {
        foreach (var (split, examination) in shorter.Splits)
        {
            if (!standard.Allows(split, examination.Outcome))
            {
                throw Noise(examination.Outcome as Outcome.Failed);
            }
        }
    }

    private static CommandException Noise(Outcome.Failed? failed) => new(
        $"The shorter program did not score so well when it was run again{(failed is null ? "" : $" ({Words.Of(failed.Kind)}: {failed.Detail})")}, and nothing is told of it "
        + $"that nobody finds again. Do programs score the same each time? {CommandName.Typed} check tells.");

    private static string Line(Reduced? now) => now is null
        ? "reading the program"
        : $"{now.Tried:N0} tried, {now.Accepted:N0} accepted: {now.After.Expressions:N0} of {Words.Count(now.Before.Expressions, "expression")}";
}
