using FunSearch.Programs;
using FunSearch.Tests.Search;

namespace FunSearch.Tests.Tuning;

/// <summary>Programs that are numbers and score just that, and who tunes them.</summary>
internal static class Numbers
{
    /// <param name="form">What tells its form from that of others.</param>
    public static ScoredProgram Of(long id, int value, string form = "") => new(id, new Body($"{{ {(form.Length == 0 ? "" : $"{form}(); ")}return {value}; }}"), new Signature([value]));

    /// <summary>Another number nearby; none for those that end in 7.</summary>
    public static Body? Tune(Body body, Random random) => LoopFixture.ValueOf(body) is var value && value % 10 == 7
        ? null
        : new Body($"{{ return {value + (random.Next(2) == 0 ? -1 : random.Next(1, 4))}; }}");
}
