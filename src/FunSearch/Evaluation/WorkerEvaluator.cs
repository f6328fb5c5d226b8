using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Compiles and runs candidates in processes of their own: one compiles, some run, one judges. Each can be killed at any time.</summary>
public sealed class WorkerEvaluator : IEvaluator
{
    /// <summary>A solution may be slower to verify than to find, but not without end.</summary>
    private const int JudgePatience = 10;

    private readonly Specification _specification;
    private readonly Limits _limits;
    private readonly WorkerFleet _fleet;
    private readonly CompilerLane _compiler;
    private readonly RunnerPool _runners;
    private readonly JudgeLane _judge;
    private readonly Examiner _examiner;

    private WorkerEvaluator(
        Specification specification, Limits limits, WorkerFleet fleet, CompilerLane compiler, Runner first, int workers, Func<Task<Runner>> start)
    {
        _specification = specification;
        _limits = limits;
        _fleet = fleet;
        _compiler = compiler;
        Inputs = first.Inputs;
        _runners = new RunnerPool(first, workers, start);
        _judge = new JudgeLane(start, limits.Time * JudgePatience);
        _examiner = new Examiner(specification, limits, _runners, _judge);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; }

    /// <summary>The processes that live, for tests and for the curious.</summary>
    internal IEnumerable<WorkerProcess> Workers => _fleet.Workers;

    /// <summary>Starts the processes; done when the first runner has made the inputs. The others follow while the search begins.</summary>
    /// <param name="data">The user's own inputs; null for the specification's.</param>
    /// <param name="workers">Candidates run at once.</param>
    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    public static async Task<WorkerEvaluator> StartAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var setup = Setups.ForRunner(specification, data, limits);
        var fleet = new WorkerFleet();
        try
        {
            var first = Runner.StartAsync(fleet, setup, limits, cancellationToken);
            var compiler = new CompilerLane(fleet, Setups.ForCompiler(specification), specification.FirstBody);
            return new WorkerEvaluator(
                specification, limits, fleet, compiler, await first.ConfigureAwait(false), workers,
                () => Runner.StartAsync(fleet, setup, limits, CancellationToken.None));
        }
        catch (RunnerSetupException exception)
        {
            await fleet.DisposeAsync().ConfigureAwait(false);
            throw new SpecificationException([new Mistake(specification.Title, 0, exception.Message + HintAtVariants(specification))]);
        }
        catch
        {
            await fleet.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome> EvaluateAsync(Body body, CancellationToken cancellationToken)
    {
        var (run, refusal) = await CompileAsync(body, Split.Train, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        var answer = await _runners.UseAsync(
            runner => runner.AskAsync(run!, Split.Train, _limits.Time, cancellationToken), cancellationToken).ConfigureAwait(false);
        return answer is RunnerAnswer.Scores scores
            ? new Outcome.Scored(new Signature(scores.Values.Select(_specification.InUsersSign)))
            : ((RunnerAnswer.Failed)answer).Outcome;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The problem has no such split or baseline.</exception>
    public async Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken)
    {
        if (!Inputs.TryGetValue(split, out var inputs))
        {
            throw new ArgumentException($"{_specification.Title} has no {split.OnTheWire()} inputs.", nameof(split));
        }

        var (run, refusal) = subject switch
        {
            Subject.Baseline { Name: var name } when _specification.Baselines.Contains(name) =>
                (new Run([], name, split.OnTheWire(), WithSolutions: false), null),
            Subject.Candidate { Body: var body } => await CompileAsync(body, split, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentException($"{_specification.Title} has no baseline like {subject}.", nameof(subject)),
        };
        return refusal is null
            ? await _examiner.ExamineAsync(run!, split, inputs, cancellationToken).ConfigureAwait(false)
            : Examiner.Refuse(refusal, inputs);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync().ConfigureAwait(false);
        _compiler.Dispose();
        _judge.Dispose();
    }

    private async Task<(Run? Run, Outcome.Failed? Refusal)> CompileAsync(Body body, Split split, CancellationToken cancellationToken) =>
        await _compiler.CompileAsync(body, cancellationToken).ConfigureAwait(false) switch
        {
            Compiled.Image image => (new Run(image.Bytes, Baseline: "", split.OnTheWire(), WithSolutions: false), null),
            Compiled.Forbidden forbidden => (null, new Outcome.Failed(OutcomeKind.Forbidden, forbidden.What)),
            Compiled.DoesNotCompile refused => (null, new Outcome.Failed(OutcomeKind.DoesNotCompile, refused.Diagnostics)),
            var other => throw new InvalidOperationException($"The compiler does not answer {other}."),
        };

    /// <summary>A variant that is not listed may still be right, but when the inputs fail it is the first suspect.</summary>
    private static string HintAtVariants(Specification specification) =>
        specification.Variants.Count == 0 || specification.Variants.Contains(specification.Variant)
            ? ""
            : $" Variants that it lists: {string.Join(", ", specification.Variants)}.";
}
