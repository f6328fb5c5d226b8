using System.Diagnostics;
using System.Globalization;
using FunSearch.Evaluation;
using FunSearch.Lexing;
using FunSearch.Programs;
using FunSearch.Worker.Compiling;

namespace FunSearch.App.Benching;

/// <summary>What another literal costs in a program that was met before, from the question to the answer.</summary>
/// <param name="Milliseconds">All in all, in this process and the runner: the fastest of many trials.</param>
/// <param name="Ratio">To the fastest run of such a program that was compiled as it is; loading and the JIT do not count as run.</param>
internal sealed record LiteralTrial(double Milliseconds, double Ratio);

/// <summary>Tries one program with many numbers, each time also as a program of its own.</summary>
/// <param name="lifting">Lifts literals.</param>
/// <param name="plain">Compiles every body.</param>
internal sealed class LiteralTrials(WorkerEvaluator lifting, WorkerEvaluator plain)
{
    private const int Trials = 300;

    /// <returns>Null for a program without a literal that can be lifted.</returns>
    public async Task<LiteralTrial?> MeasureAsync(Body body, CancellationToken cancellationToken)
    {
        var (trial, run) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        foreach (var mutant in Mutants(body).Take(Trials))
        {
            // In turn: what else the machine does meanwhile strikes both.
            var (before, start) = (lifting.Stages.Sum, Stopwatch.GetTimestamp());
            await lifting.EvaluateAsync(mutant, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            trial = lifting.Stages.Sum.Since(before).Lifted == 1 && elapsed < trial ? elapsed : trial;

            before = plain.Stages.Sum;
            await plain.EvaluateAsync(mutant, cancellationToken);
            run = plain.Stages.Sum.Since(before) is { Programs: 1, Run: var took } && took < run ? took : run;
        }

        return trial < TimeSpan.MaxValue && run < TimeSpan.MaxValue ? new LiteralTrial(trial.TotalMilliseconds, trial / run) : null;
    }

    /// <summary>The body with slightly other numbers in one place: in a fraction, where there is one.</summary>
    private static IEnumerable<Body> Mutants(Body body)
    {
        var numbers = CSharpTokens.Of(body.Text).Where(token => PlainNumber.Of(token) is not null && !token.Text.Contains('E', StringComparison.OrdinalIgnoreCase)).ToList();
        if (numbers.Count == 0)
        {
            yield break;
        }

        var changed = numbers.FindLast(token => token.Value is double) is { RawKind: not 0 } fraction ? fraction : numbers[^1];
        for (var i = 1; ; i++)
        {
            var number = changed.Value is int whole ? (whole + (i % 2)).ToString(CultureInfo.InvariantCulture) : $"{changed.Text}{i:0000}";
            yield return new Body(body.Text[..changed.SpanStart] + number + body.Text[changed.Span.End..]);
        }
    }
}
