using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Runs one function, a candidate's or a baseline's, on the inputs of a split.</summary>
/// <param name="at">Told the number of each input before it is run.</param>
/// <param name="send">Takes the solutions, where they are asked for.</param>
internal sealed class Trial(LoadedSpecification specification, Action<int> at, Action<Message> send)
{
    /// <summary><see cref="Scores"/> or <see cref="Failure"/>. A candidate is let go of before this returns.</summary>
    public Message Run(Run request, InputSet inputs)
    {
        if (request.Image.Length == 0)
        {
            return Run(Baseline(request.Baseline), inputs, request.WithSolutions);
        }

        var context = new CandidateContext(specification.Assembly);
        try
        {
            return Run(() => context.LoadFunction(request.Image, specification.Evolved.Name), inputs, request.WithSolutions);
        }
        finally
        {
            context.Unload();
        }
    }

    private Func<MethodInfo> Baseline(string name) => () =>
        specification.Baselines.First(baseline => baseline.Marker.Name == name).Method;

    // Not inlined: a local of the caller's would keep the candidate alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Message Run(Func<MethodInfo> function, InputSet inputs, bool withSolutions)
    {
        var input = 0;
        try
        {
            specification.Evolve(function());
            var scores = new double[inputs.Inputs.Count];
            for (; input < scores.Length; input++)
            {
                at(input);
                var solution = specification.Run.Call(inputs.Inputs[input]);
                scores[input] = specification.ScoreOf(inputs.Inputs[input], solution);
                if (!double.IsFinite(scores[input]))
                {
                    return new Failure(FailureKind.NotFinite, input, $"the score is {scores[input]}.");
                }

                if (withSolutions && SendSolution(solution) is { } refusal)
                {
                    return new Failure(FailureKind.WrongResult, input, refusal);
                }
            }

            return new Scores(scores);
        }
        catch (Exception exception)
        {
            // A candidate may throw whatever it likes.
            return exception switch
            {
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
