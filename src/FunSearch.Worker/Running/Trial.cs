using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Runs one function, a candidate's or a baseline's, on the inputs of a split.</summary>
/// <param name="fuel">What an input may take of <see cref="Fuel"/>.</param>
/// <param name="allocation">Bytes that an input may allocate.</param>
/// <param name="at">Told the number of each input, in the order of running, before it is run.</param>
/// <param name="send">Takes the solutions, where they are asked for.</param>
internal sealed class Trial(LoadedSpecification specification, long fuel, long allocation, Action<int> at, Action<Message> send)
{
    private readonly HeldPrograms _held = new(specification);

    /// <summary><see cref="Scores"/> or <see cref="Failure"/>. A candidate is let go of before this returns, unless it is to be held.</summary>
    public Message Run(Run request, InputSet inputs)
    {
        if (request.Held is { } held)
        {
            return Run(() => _held.Take(held, request.Image), InOrder(request, inputs), request);
        }

        if (request.Image.Length == 0)
        {
            return Run(() => Baseline(request.Baseline), InOrder(request, inputs), request);
        }

        var context = new CandidateContext(specification.Assembly);
        try
        {
            return Run(() => context.LoadFunction(request.Image, specification.Evolved.Name), InOrder(request, inputs), request);
        }
        finally
        {
            context.Unload();
        }
    }

    private LoadedFunction? Baseline(string name) =>
        name.Length == 0 && specification.IsCompiledAhead ? null : new LoadedFunction(specification.Baselines.First(baseline => baseline.Marker.Name == name).Method);

    private static IReadOnlyList<object> InOrder(Run request, InputSet inputs) => request.Hurdle is { } hurdle
        ? [.. hurdle.Order(inputs.Inputs.Count).Select(input => inputs.Inputs[input])]
        : inputs.Inputs;

    // Not inlined: a local of the caller's would keep the candidate alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Message Run(Func<LoadedFunction?> function, IReadOnlyList<object> inputs, Run request)
    {
        var input = 0;
        try
        {
            var start = Stopwatch.GetTimestamp();
            var evolved = function();
            var loaded = Stopwatch.GetTimestamp();
            if (evolved is { } candidate)
            {
                RuntimeHelpers.PrepareMethod(candidate.Method.MethodHandle);
                specification.Evolve(candidate);
            }

            specification.Begin?.Call();
            var ready = Stopwatch.GetTimestamp();
            var scores = new double[inputs.Count];
            var used = new long[request.WithFuel ? inputs.Count : 0];
            var trace = 0UL;
            for (; input < scores.Length; input++)
            {
                at(input);
                if (request.WithFuel)
                {
                    // What an input takes by itself: what was kept of those before it would take it off.
                    specification.Begin?.Call();
                }

                Fuel.Fill(fuel, allocation);
                var solution = specification.Run.Call(inputs[input]);
                if (Fuel.IsSpent())
                {
                    return Overspent(Fuel.Spent!.Value, input);
                }

                if (request.WithFuel)
                {
                    used[input] = Fuel.Used;
                }

                scores[input] = specification.ScoreOf(inputs[input], solution);
                if (!double.IsFinite(scores[input]))
                {
                    return new Failure(FailureKind.NotFinite, input, $"the score is {scores[input]}.");
                }

                if (request.WithTrace)
                {
                    trace += SolutionTrace.Of(solution, specification.SolutionType);
                }

                if (request.WithSolutions && SendSolution(solution) is { } refusal)
                {
                    return new Failure(FailureKind.WrongResult, input, refusal);
                }

                if (request.Hurdle?.Stops(scores.AsSpan(0, input + 1)) ?? false)
                {
                    return new Scores(scores[..(input + 1)]);
                }
            }

            var times = new RunTimes(
                Stopwatch.GetElapsedTime(start, loaded).Ticks, Stopwatch.GetElapsedTime(loaded, ready).Ticks, Stopwatch.GetElapsedTime(ready).Ticks);
            return new Scores(scores, times) { Fuel = used, Trace = trace };
        }
        catch (Exception exception)
        {
            // A candidate may throw whatever it likes.
            return exception switch
            {
                _ when Fuel.Spent is { } spent => Overspent(spent, input),
                _ when exception.Is<InsufficientExecutionStackException>() =>
                    new Failure(FailureKind.Crashed, input, $"stack overflow: its functions call themselves or each other too deep for {RunnerRole.StackBytes >> 10} kB."),
                _ when exception.IsOutOfMemory() => new Failure(FailureKind.OutOfMemory, input, "out of memory."),
                _ when exception.Is<NotFiniteNumberException>() => new Failure(FailureKind.NotFinite, input, exception.Describe()),
                _ => new Failure(FailureKind.Crashed, input, exception.Describe()),
            };
        }
        finally
        {
            specification.Forget();
        }
    }

    private Failure Overspent(SpentKind spent, int input) => spent == SpentKind.Fuel
        ? new Failure(FailureKind.OutOfFuel, input, string.Create(
            CultureInfo.InvariantCulture, $"it went through {fuel:N0} rounds of loops and calls, all that its time limit allows, and had not ended."))
        : new Failure(FailureKind.AllocatedTooMuch, input, string.Create(CultureInfo.InvariantCulture, $"it allocated more than {allocation / 1e6:N0} MB, freed or not."));

    /// <summary>Why it cannot be sent, or null.</summary>
    private string? SendSolution(object? solution)
    {
        try
        {
            var json = SolutionJson.Write(solution, specification.SolutionType);
            if (json.Length > Bounds.Solution)
            {
                return $"its solution has {json.Length} bytes as JSON. It must have at most {Bounds.Solution}.";
            }

            send(new Solution(json));
            return null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return $"its solution cannot be written as JSON: {exception.Message}";
        }
    }
}
