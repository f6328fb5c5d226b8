using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>A runner process that has made its inputs. One request at a time.</summary>
internal sealed class Runner
{
    /// <summary>What making all inputs may take.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly WorkerProcess _process;
    private readonly Limits _limits;
    private bool _isOrderly = true;

    private Runner(WorkerProcess process, Limits limits, Ready ready)
    {
        _process = process;
        _limits = limits;
        Inputs = ready.Splits.ToDictionary(split => SplitNaming.Named(split.Split), split => split.Names);
    }

    /// <summary>Names of the inputs of each split that has any.</summary>
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; }

    /// <summary>The programs that the process holds.</summary>
    public HeldSlots Held { get; } = new();

    /// <summary>False once it was killed, died, or ran out of memory.</summary>
    public bool IsUsable => _isOrderly && !_process.HasEnded;

    /// <summary>False when it was gone before the last request reached it: what came of that says nothing of the request.</summary>
    public bool WasAsked { get; private set; }

    /// <exception cref="RunnerSetupException">The inputs cannot be made.</exception>
    public static async Task<Runner> StartAsync(WorkerFleet fleet, SetUpRunner setup, Limits limits, CancellationToken cancellationToken)
    {
        var process = fleet.Start(new WorkerStart("runner", limits.MemoryBytes, Setups.ReadBy(setup)));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartLimit);
        var isReady = false;
        try
        {
            await process.SendAsync(setup, deadline.Token).ConfigureAwait(false);
            var answer = await process.ReceiveAsync(inputs: 0, deadline.Token).ConfigureAwait(false);
            isReady = answer is Ready;
            return answer switch
            {
                Ready ready => new Runner(process, limits, ready),
                SetupFailed failed => throw new RunnerSetupException(failed.Sentence),
                _ => throw process.Distrust(),
            };
        }
        catch (WorkerLostException lost)
        {
            throw new RunnerSetupException(lost.OutOfMemory
                ? $"The inputs do not fit into {limits.MemoryBytes / 1e6:0.#} MB. Raise --memory, or make fewer or smaller inputs."
                : $"The process that makes the inputs ended: {lost.Reason}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RunnerSetupException(
                $"The inputs were not made after {StartLimit.TotalSeconds} s. Make fewer, smaller or simpler ones.");
        }
        finally
        {
            if (!isReady)
            {
                _ = process.EndAsync();
            }
        }
    }

    /// <summary>Asks, and waits for the answer as long as every input keeps to its limit.</summary>
    /// <param name="limit">Wall time of one input; more than <see cref="Patience.Longest"/> is as much as that.</param>
    /// <param name="cancellationToken">Kills this runner: only so does a candidate stop.</param>
    public async Task<RunnerAnswer> AskAsync(Message request, Split split, TimeSpan limit, CancellationToken cancellationToken)
    {
        var names = InOrder(request, Inputs[split]);
        var progress = new Progress();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patience = limit < Patience.Longest ? limit : Patience.Longest;
        deadline.CancelAfter(patience);
        (_isOrderly, WasAsked) = (false, false);
        try
        {
            await _process.SendAsync(request, deadline.Token).ConfigureAwait(false);
            WasAsked = true;
            while (true)
            {
                var message = await _process.ReceiveAsync(names.Count, deadline.Token).ConfigureAwait(false);
                if (message is Heartbeat beat && beat.Input >= progress.Input && beat.Input < names.Count)
                {
                    if (progress.Reached(beat.Input))
                    {
                        deadline.CancelAfter(patience);
                    }
                }
                else if (message is Solution solution && request is Run { WithSolutions: true } && progress.Solutions.Count < names.Count)
                {
                    progress.Solved(solution.Json);
                    if (progress.SolutionBytes > Bounds.Solutions)
                    {
                        return new RunnerAnswer.Failed(
                            OutcomeKind.WrongResult,
                            $"Input {names[progress.Solutions.Count - 1]}: the solutions up to it have {progress.SolutionBytes} bytes as JSON. "
                            + $"All together must have at most {Bounds.Solutions}.");
                    }
                }
                else
                {
                    return Answer(request, message, names, progress);
                }
            }
        }
        catch (WorkerLostException lost)
        {
            // The last heartbeat may be 100 ms old.
            var doubt = progress.Input < names.Count - 1 ? ", or one soon after it," : "";
            return new RunnerAnswer.Failed(new Outcome.Failed(
                lost.OutOfMemory ? OutcomeKind.OutOfMemory : OutcomeKind.Crashed,
                $"Input {names[progress.Input]}{doubt} ended the process: {lost.Reason}.",
                ByCircumstance: lost.IsUnexplained));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The limit ran out, not the caller's patience.
            return new RunnerAnswer.Failed(
                OutcomeKind.TimedOut, $"Input {names[progress.Input]} was still running after {limit.TotalSeconds:0.###} s.");
        }
        finally
        {
            if (!_isOrderly)
            {
                _ = EndAsync();
            }
        }
    }

    public Task EndAsync() => _process.EndAsync();

    private RunnerAnswer Answer(Message request, Message message, IReadOnlyList<string> names, Progress progress)
    {
        switch (message)
        {
            case Scores scores when request is Run run && scores.Values.Count == names.Count && scores.Values.All(double.IsFinite)
                && progress.Solutions.Count == (run.WithSolutions ? names.Count : 0) && scores.Fuel.Count == (run.WithFuel ? names.Count : 0):
                _isOrderly = true;
                return new RunnerAnswer.Scores(run.Hurdle?.Restore(scores.Values) ?? scores.Values, progress.Solutions, scores.Times, scores.Fuel) { Trace = scores.Trace };
            case Scores scores when request is Run { Hurdle: { } hurdle } && scores.Values.Count < names.Count
                && scores.Values.All(double.IsFinite) && hurdle.Stops([.. scores.Values]):
                _isOrderly = true;
                return new RunnerAnswer.Failed(
                    OutcomeKind.CutShort, $"Cut short after {scores.Values.Count} of {names.Count} inputs: {hurdle.Why([.. scores.Values])}.");
            case Judged judged when request is Judge && judged.Scores.Count == names.Count:
                _isOrderly = true;
                return new RunnerAnswer.Judged(judged);
            case Drawn drawn when request is Draw:
                _isOrderly = true;
                return new RunnerAnswer.Drawn(drawn.Svg);
            case Failure { Why: FailureKind.OutOfMemory } failure when failure.Input < names.Count:
                // After it the collector is not what it was: the process is not used again.
                return new RunnerAnswer.Failed(
                    OutcomeKind.OutOfMemory,
                    $"{NameOf(failure)}: it asked for more memory than a runner has ({_limits.MemoryBytes / 1e6:0.#} MB).");
            case Failure failure when failure.Input < names.Count:
                _isOrderly = true;
                return new RunnerAnswer.Failed(KindOf(failure.Why), $"{NameOf(failure)}: {failure.Text}");
            default:
                // A refusal as well: this side asks nothing that a runner must refuse.
                throw _process.Distrust();
        }

        string NameOf(Failure failure) => failure.Input < 0 ? "All inputs" : $"Input {names[failure.Input]}";
    }

    private static IReadOnlyList<string> InOrder(Message request, IReadOnlyList<string> names) =>
        request is Run { Hurdle: { } hurdle } ? [.. hurdle.Order(names.Count).Select(input => names[input])] : names;

    private static OutcomeKind KindOf(FailureKind failure) => failure switch
    {
        FailureKind.NotFinite => OutcomeKind.NotFinite,
        FailureKind.WrongResult => OutcomeKind.WrongResult,
        FailureKind.OutOfFuel => OutcomeKind.TimedOut,
        FailureKind.AllocatedTooMuch => OutcomeKind.OutOfMemory,
        _ => OutcomeKind.Crashed,
    };

    /// <summary>How far a request has come, as the runner tells.</summary>
    private sealed class Progress
    {
        public List<byte[]> Solutions { get; } = [];

        public long SolutionBytes { get; private set; }

        /// <summary>The input that is being run, as of the last heartbeat.</summary>
        public int Input { get; private set; }

        public void Solved(byte[] solution)
        {
            Solutions.Add(solution);
            SolutionBytes += solution.Length;
        }

        /// <summary>True when the input is a new one.</summary>
        public bool Reached(int input)
        {
            var isNew = input > Input;
            Input = input;
            return isNew;
        }
    }
}
