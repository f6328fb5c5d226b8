using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Simplifying;
using FunSearch.Specifications;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.Simplifying;

/// <summary>A problem whose score is what the function returns: nothing that it computes can be lost without a trace. With real workers.</summary>
public sealed class Curve : IAsyncLifetime
{
    /// <summary>As a file. All numbers are small multiples of a quarter, so that sums of them are exact.</summary>
    internal const string Source = """
        using FunSearch;

        public static class Curve
        {
            public sealed record Point(double A, double B, int N, double[] Values);

            [Inputs("train")] public static IEnumerable<Point> Train() => Points(0, 12);

            [Inputs("validation")] public static IEnumerable<Point> Validation() => Points(12, 6);

            [Inputs("test")] public static IEnumerable<Point> Test() => Points(18, 6);

            [Run] public static double At(Point point) => Height(point.A, point.B, point.N, point.Values);

            [Evolve] public static double Height(double a, double b, int n, double[] values) => a;

            private static IEnumerable<Point> Points(int first, int count) => Enumerable.Range(first, count)
                .Select(i => new Point(i % 7, (i * 5 % 11 - 4) / 4.0, i % 5, Enumerable.Range(0, 3 + i % 3).Select(k => (i * k % 13) / 4.0).ToArray()));
        }
        """;

    private static readonly Split[] Splits = [Split.Train, Split.Validation, Split.Test];

    // Enough for all but a program without an end, and the fuel for that one is soon burnt.
    private static readonly Limits Limits = new() { Time = TimeSpan.FromSeconds(5) };

    private readonly SpecificationFolder _folder = new();

    internal Specification Specification { get; private set; } = null!;

    internal WorkerEvaluator Evaluator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("Curve.cs", Source);
        Specification = SpecificationReader.Read(_folder.Path, "./curve", variant: "");
        Evaluator = await WorkerEvaluator.StartAsync(Specification, data: null, Limits, workers: 2, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Evaluator.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Behind a run that fails the test whenever anybody looks at the test split.</summary>
    internal Task<Outcome> RunAsync(Body body, Split split, CancellationToken cancellationToken) => split == Split.Test
        ? throw new InvalidOperationException("The test split was read.")
        : Evaluator.EvaluateAsync(body, split, cancellationToken);

    internal Task<Reduced> ReduceAsync(string body, double loss = 0, int atOnce = 2) => ReduceAsync(new Body(body), loss, atOnce);

    internal async Task<Reduced> ReduceAsync(Body body, double loss = 0, int atOnce = 2)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (standard, shortfall) = await Standard.MeasureAsync(RunAsync, body, Splits, loss, cancellation);
        Assert.Null(shortfall);
        return await new Reducer(Specification.Function, standard!, atOnce).ReduceAsync(body, cancellation);
    }
}
