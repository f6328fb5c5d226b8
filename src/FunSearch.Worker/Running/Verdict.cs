using System.Collections;
using System.Reflection;
using System.Text.Json;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Scores and verifies solutions that another process found, and takes the figures of each group.</summary>
/// <param name="at">Told the number of each input before it is judged.</param>
internal sealed class Verdict(LoadedSpecification specification, Action<int> at)
{
    /// <summary><see cref="Judged"/> or <see cref="Failure"/>.</summary>
    public Message On(IReadOnlyList<byte[]> solutions, InputSet inputs)
    {
        var input = 0;
        try
        {
            var (read, scores) = (new object?[solutions.Count], new double[solutions.Count]);
            for (; input < solutions.Count; input++)
            {
                at(input);
                read[input] = SolutionJson.Read(solutions[input], specification.SolutionType);
                scores[input] = specification.ScoreOf(inputs.Inputs[input], read[input]);
                if (Violation(inputs.Inputs[input], read[input]) is { } violation)
                {
                    return new Failure(FailureKind.WrongResult, input, violation);
                }
            }

            input = -1;
            return new Judged(scores, [.. Figures(inputs, read)]);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return new Failure(FailureKind.WrongResult, input, $"its solution does not come back from JSON: {exception.Message}");
        }
        catch (Exception exception)
        {
            // The user's own code, at work on a solution that may hold anything.
            return new Failure(
                exception.IsOutOfMemory() ? FailureKind.OutOfMemory : FailureKind.WrongResult,
                input,
                $"the solution could not be scored, verified and measured: {exception.Describe()}");
        }
    }

    private string? Violation(object input, object? solution) =>
        ((IEnumerable<string>?)specification.Verify?.Call(input, solution))?.FirstOrDefault();

    private IEnumerable<FigureValue> Figures(InputSet inputs, object?[] solutions) =>
        from figure in specification.Figures
        from @group in Enumerable.Range(0, solutions.Length).GroupBy(inputs.GroupOf)
        select new FigureValue(
            figure.Marker.Name,
            @group.Key,
            Convert.ToDouble(figure.Method.Call(Pairs(figure.Method, @group.Select(i => (inputs.Inputs[i], solutions[i]))))));

    /// <summary>A list of the tuples that the figure's one parameter is a list of.</summary>
    private static IList Pairs(MethodInfo figure, IEnumerable<(object Input, object? Solution)> pairs)
    {
        var pair = figure.GetParameters()[0].ParameterType.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(pair))!;
        foreach (var (input, solution) in pairs)
        {
            list.Add(Activator.CreateInstance(pair, input, solution));
        }

        return list;
    }
}
