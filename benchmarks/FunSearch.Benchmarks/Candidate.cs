using System.Collections.Concurrent;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Specifications;
using FunSearch.Worker.Compiling;

namespace FunSearch.Benchmarks;

/// <summary>A function of the size that a search finds, and the problem that it belongs to.</summary>
internal sealed record Candidate(Specification Specification, Body Body)
{
    public const string BinPacking = "bin-packing:or";
    public const string CapSet = "cap-set:8";

    private const string BinPackingBody = """
        {
            double left = room - item;
            double score = -left;
            if (left <= 0.06 * capacity)
            {
                score += 2 * capacity;
            }
            else if (left >= 0.16 * capacity && room < capacity)
            {
                score += capacity - left * left / capacity;
            }

            return score + Math.Sqrt(item / capacity);
        }
        """;

    private const string CapSetBody = """
        {
            double priority = 0.0;
            for (int i = 0; i < vector.Length; i++)
            {
                int next = vector[(i + 1) % vector.Length];
                priority += vector[i] == next ? 1.5 * vector[i] : -0.5 * next;
                if (vector[i] == 0 && next != 0)
                {
                    priority += Math.Sin(i + next);
                }
            }

            return priority;
        }
        """;

    // To read a specification takes a second, and a dry run, all in one process, asks for these a dozen times.
    private static readonly ConcurrentDictionary<string, Specification> Specifications = new();

    public CandidateCompiler Compiler() => new(Setups.ForCompiler(Specification).Setup);

    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public byte[] Compile() => Compiler().Compile(Body.Text) is Compiled.Image image
        ? image.Bytes
        : throw new InvalidOperationException($"The candidate of {Specification.Title} does not compile.");

    /// <param name="problem">One of the constants, or another variant of the problem.</param>
    public static Candidate Of(string problem) =>
        new(Specifications.GetOrAdd(problem, Problems.Read), new Body(problem == BinPacking ? BinPackingBody : CapSetBody));
}
