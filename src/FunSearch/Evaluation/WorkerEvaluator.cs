using System.Diagnostics;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Compiles and runs candidates in processes that can be killed at any time: one compiles, some run, one judges.</summary>
internal sealed class WorkerEvaluator : IEvaluator
{
    /// <summary>A solution may be slower to verify than to find, but not without end.</summary>
    private const int JudgePatience = 10;

    /// <summary>With fewer training inputs programs of equal scores are told apart by their solutions as well.</summary>
    private const int InputsThatTell = 3;

    private readonly Specification _specification;
    private readonly Limits _limits;
    private readonly ReferenceCopies _references;
    private readonly WorkerFleet _fleet;
    private readonly CompilerLane _compiler;
    private readonly RunnerPool _runners;
    private readonly JudgeLane _judge;
    private readonly Examiner _examiner;
    private readonly LiftedPrograms _lifted;

    private WorkerEvaluator(
        Specification specification, Limits limits, ReferenceCopies references, WorkerFleet fleet, CompilerLane compiler, RunnerPool runners, JudgeLane judge)
    {
        (_specification, _limits, _references, _fleet) = (specification, limits, references, fleet);
        (_compiler, _runners, _judge) = (compiler, runners, judge);
        _examiner = new Examiner(specification, limits, runners, judge);
        _lifted = new LiftedPrograms(LiftAsync);
    }

    /// <summary>Candidates that it runs at once.</summary>
    public required int AtOnce { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; init; }

    /// <summary>The processes that live, for tests and for the curious.</summary>
    internal IEnumerable<WorkerProcess> Workers => _fleet.Workers;

    /// <summary>False for tests and benchmarks: every body is compiled, as if none of its form had been met.</summary>
    internal bool LiftsLiterals { get; set; } = true;

    private bool TracesSolutions => Inputs[Split.Train].Count < InputsThatTell;

    /// <summary>Where the time of the programs that scored went.</summary>
    internal StageMeter Stages { get; } = new();

    /// <summary>Starts the processes; done when the first runner has made the inputs. The others follow while the search begins.</summary>
    /// <param name="data">The user's own inputs; null for the specification's.</param>
    /// <param name="workers">Candidates run at once.</param>
    /// <exception cref="SpecificationException">The inputs cannot be made, or an assembly is not what was read.</exception>
    public static Task<WorkerEvaluator> StartAsync(
        Specification specification, UserData? data, Limits limits, int workers, CancellationToken cancellationToken) =>
        StartAsync(specification, data, limits, workers, Walls.All, cancellationToken);

    /// <summary>As above, behind these walls alone.</summary>
    internal static async Task<WorkerEvaluator> StartAsync(
        Specification specification, UserData? data, Limits limits, int workers, Walls walls, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var references = ReferenceCopies.Of(specification);
        specification = specification with { References = references.Paths };
        var fleet = new WorkerFleet(walls);
        try
        {
            var runners = new RunnerFactory(fleet, specification, data, limits);
            var starting = runners.StartAsync(cancellationToken);
            var compiler = new CompilerLane(fleet, Setups.ForCompiler(specification), specification.FirstBody);
            var first = await starting.ConfigureAwait(false);
            Task<Runner> StartLike() => runners.StartLikeAsync(first);
            return new WorkerEvaluator(
                specification,
                limits,
                references,
                fleet,
                compiler,
                new RunnerPool(first, workers, StartLike),
                new JudgeLane(StartLike, Patience.Times(JudgePatience, limits.Time))) { AtOnce = workers, Inputs = first.Inputs };
        }
        catch
        {
            await fleet.DisposeAsync().ConfigureAwait(false);
            references.Dispose();
            throw;
        }
    }

    /// <summary>Compiles a candidate and runs it once on every training input.</summary>
    public Task<Outcome> EvaluateAsync(Body body, CancellationToken cancellationToken) => EvaluateAsync(body, Split.Train, cancellationToken);

    /// <summary>As above, on another split. No judge looks at what it finds: whoever believes in it has it examined first.</summary>
    /// <exception cref="ArgumentException">The problem has no such split.</exception>
    public Task<Outcome> EvaluateAsync(Body body, Split split, CancellationToken cancellationToken) => Inputs.ContainsKey(split)
        ? EvaluateAsync(body, split, hurdle: null, cancellationToken)
        : throw new ArgumentException($"{_specification.Title} has no {split.Word()} inputs.", nameof(split));

    /// <inheritdoc/>
    Task<Outcome> IEvaluator.EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken) =>
        EvaluateAsync(body, cancellationToken);

    /// <summary>As above, but ends as cut short when the mean over some inputs, which are run first, is below a bar.</summary>
    /// <param name="first">Training inputs by number.</param>
    /// <param name="bar">Higher is better.</param>
    internal Task<Outcome> EvaluateAsync(Body body, IReadOnlyList<int> first, double bar, CancellationToken cancellationToken) =>
        EvaluateAsync(body, Split.Train, new Hurdle.Bar(first, _specification.InUsersSign(bar), _specification.Minimise), cancellationToken);

    /// <summary>As above, but ends as cut short as soon as it is clearly behind another program.</summary>
    /// <param name="first">Training inputs that are run first, by number.</param>
    internal Task<Outcome> RaceAsync(Body body, IReadOnlyList<int> first, Signature rival, CancellationToken cancellationToken) =>
        EvaluateAsync(body, Split.Train, new Hurdle.Race(first, [.. rival.Scores.Select(_specification.InUsersSign)], _specification.Minimise), cancellationToken);

    /// <summary>Counts how often a program is called on each training input, and the rounds of its own loops: what the input costs, the
    /// same on every machine.</summary>
    /// <returns>Null when the program, made to count, does not score: its limit is patient, but it has one.</returns>
    internal async Task<IReadOnlyList<long>?> CountAsync(Body body, CancellationToken cancellationToken)
    {
        // A local function pays for its calls wherever it stands: one that does nothing counts those of the whole.
        var counting = new Body($"{{ static void CountThisCall() {{ }} CountThisCall(); {body.Text} }}");
        var compilation = await _compiler.CompileAsync(counting, cancellationToken).ConfigureAwait(false);
        if (compilation.Image is not { } image)
        {
            return null;
        }

        var run = new Run(image, Baseline: "", Split.Train.Word(), WithSolutions: false) { WithFuel = true };
        var patience = Patience.Times(JudgePatience, _limits.Time);
        var answer = await _runners.UseAsync(runner => runner.AskAsync(run, Split.Train, patience, cancellationToken), cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(_fleet.IsClosed, this);
        return (answer as RunnerAnswer.Scores)?.Fuel;
    }

    /// <summary>Runs the function that is compiled into a specification, on all training inputs: what a candidate is measured against.</summary>
    /// <exception cref="InvalidOperationException">It does not score.</exception>
    internal async Task RunCompiledAheadAsync(CancellationToken cancellationToken)
    {
        var run = new Run([], Baseline: "", Split.Train.Word(), WithSolutions: false);
        var answer = await RunAsync(_ => run, Split.Train, compiled: null, cancellationToken).ConfigureAwait(false);
        if (answer is RunnerAnswer.Failed failed)
        {
            throw new InvalidOperationException($"Compiled ahead, the function does not score: {failed.Outcome.Detail}");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The problem has no such split or baseline.</exception>
    public async Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken) =>
        (await SolveAsync(subject, split, cancellationToken).ConfigureAwait(false)).Examination;

    /// <summary>Examines as <see cref="ExamineAsync"/> does, and keeps the solutions: no journal stores them.</summary>
    /// <exception cref="ArgumentException">The problem has no such split or baseline.</exception>
    internal async Task<SolvedExamination> SolveAsync(Subject subject, Split split, CancellationToken cancellationToken)
    {
        if (!Inputs.TryGetValue(split, out var inputs))
        {
            throw new ArgumentException($"{_specification.Title} has no {split.Word()} inputs.", nameof(split));
        }

        var (run, refusal) = subject switch
        {
            Subject.Baseline { Name: var name } when _specification.Baselines.Contains(name) =>
                (new Run([], name, split.Word(), WithSolutions: false), null),
            Subject.Candidate { Body: var body } => await CompileAsync(body, split, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentException($"{_specification.Title} has no baseline like {subject}.", nameof(subject)),
        };
        var examination = refusal is null
            ? await _examiner.ExamineAsync(run!, split, inputs, cancellationToken).ConfigureAwait(false)
            : new SolvedExamination(Examiner.Refuse(refusal, inputs), []);
        ObjectDisposedException.ThrowIf(_fleet.IsClosed, this);
        return examination;
    }

    /// <summary>Lets the specification's <c>[Picture]</c> draw a solution, in a process that has never loaded a candidate.</summary>
    /// <param name="input">Of the split, counted from 0.</param>
    /// <param name="solution">As JSON.</param>
    /// <returns>SVG in UTF-8, or why there is none.</returns>
    internal async Task<(byte[]? Svg, Outcome.Failed? Refusal)> DrawAsync(Split split, int input, byte[] solution, CancellationToken cancellationToken)
    {
        var answer = await _judge.DrawAsync(split, input, solution, cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(_fleet.IsClosed, this);
        return answer is RunnerAnswer.Drawn drawn ? (drawn.Svg, null) : (null, ((RunnerAnswer.Failed)answer).Outcome);
    }

    /// <summary>Ends all processes. What is still in flight then throws: a program that we killed has no outcome.</summary>
    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync().ConfigureAwait(false);
        _compiler.Dispose();
        _runners.Dispose();
        _judge.Dispose();
        _references.Dispose();
    }

    private async Task<Outcome> EvaluateAsync(Body body, Split split, Hurdle? hurdle, CancellationToken cancellationToken)
    {
        // Both forms of a program score alike, but they may differ in what they allocate and how deep their stack grows: how a program
        // fails is told by the form that has its literals in it, whatever was met before.
        var answer = await RunLiftedAsync(body, split, hurdle, cancellationToken).ConfigureAwait(false);
        if (answer is not (RunnerAnswer.Scores or RunnerAnswer.Failed { Outcome.Why: OutcomeKind.CutShort }))
        {
            var compilation = await _compiler.CompileAsync(body, cancellationToken).ConfigureAwait(false);
            if (compilation.Image is not { } image)
            {
                return compilation.Refusal!;
            }

            var run = new Run(image, Baseline: "", split.Word(), WithSolutions: false) { Hurdle = hurdle, WithTrace = TracesSolutions };
            answer = await RunAsync(_ => run, split, compilation.Times, cancellationToken).ConfigureAwait(false);
        }

        return answer is RunnerAnswer.Scores scores
            ? new Outcome.Scored(new Signature(scores.Values.Select(_specification.InUsersSign), scores.Trace))
            : ((RunnerAnswer.Failed)answer).Outcome;
    }

    /// <returns>Null when the body must be compiled.</returns>
    private async Task<RunnerAnswer?> RunLiftedAsync(Body body, Split split, Hurdle? hurdle, CancellationToken cancellationToken) =>
        LiftsLiterals && await _lifted.FindAsync(body, cancellationToken).ConfigureAwait(false) is var (program, values)
            ? await RunAsync(
                runner => runner.Held.Request(program, values, split.Word()) with { Hurdle = hurdle, WithTrace = TracesSolutions }, split, compiled: null, cancellationToken).ConfigureAwait(false)
            : null;

    /// <remarks>Whoever asked for it may stop waiting; others wait too.</remarks>
    private async Task<LiftedProgram?> LiftAsync(Body body, LiteralForm form)
    {
        var lifted = await _compiler.LiftAsync(body, CancellationToken.None).ConfigureAwait(false);
        Stages.AddLift(lifted.Times);
        return lifted.Image.Length > 0 ? new LiftedProgram(lifted.Image, lifted.Literals, form.Numbers) : null;
    }

    /// <param name="request">Made for the runner that gets it.</param>
    /// <param name="compiled">Null for what was not compiled for this run.</param>
    private async Task<RunnerAnswer> RunAsync(Func<Runner, Run> request, Split split, CompileTimes? compiled, CancellationToken cancellationToken)
    {
        var answer = await _runners.UseAsync(
            async runner =>
            {
                var start = Stopwatch.GetTimestamp();
                var given = await runner.AskAsync(request(runner), split, _limits.Time, cancellationToken).ConfigureAwait(false);
                if (given is RunnerAnswer.Scores scores)
                {
                    Stages.Add(compiled, scores.Times, Stopwatch.GetElapsedTime(start));
                }

                return given;
            },
            cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(_fleet.IsClosed, this);
        return answer;
    }

    private async Task<(Run? Run, Outcome.Failed? Refusal)> CompileAsync(Body body, Split split, CancellationToken cancellationToken)
    {
        var (image, refusal, _) = await _compiler.CompileAsync(body, cancellationToken).ConfigureAwait(false);
        return image is null ? (null, refusal) : (new Run(image, Baseline: "", split.Word(), WithSolutions: false), null);
    }
}
