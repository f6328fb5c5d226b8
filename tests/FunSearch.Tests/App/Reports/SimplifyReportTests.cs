using System.Text.Json;
using FunSearch.App.Commands;
using FunSearch.App.Reports;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Simplifying;
using FunSearch.Specifications;

namespace FunSearch.Tests.App.Reports;

public sealed class SimplifyReportTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void Both_programs_stand_beside_each_other()
    {
        Golden.Matches(Samples.Text(Report().Render(100), 100), "shorter");
    }

    [Fact]
    public void What_was_interrupted_or_could_not_be_shortened_is_said()
    {
        var interrupted = Report(isInterrupted: true) with { Loss = 0.25, File = "shorter.cs" };
        var unchanged = Report() with { Reduced = Report().Reduced with { After = Report().Reduced.Before } };

        Golden.Matches(Samples.Text(interrupted.Render(100), 100) + Samples.Text(unchanged.Render(100), 100), "others");
        Assert.Equal((130, 0), (interrupted.ExitCode, unchanged.ExitCode));
    }

    [Fact]
    public void A_script_is_told_the_same_in_the_users_sign()
    {
        Golden.Matches(JsonSerializer.Serialize(Report().Json(), Json), "json");
    }

    private static SimplifyReport Report(bool isInterrupted = false)
    {
        var body = new Body("{\n    if (item > 196)\n    {\n        return -0.025;\n    }\n\n    return item - room;\n}");
        var subject = new ProgramSubject(Samples.Specification, Data: null, new Limits(), body, "my-idea.cs", Taken: null);
        return new SimplifyReport(
            subject,
            new Reduced(new Body("{\n    return item - room;\n}"), new BodySize(10, 46, 6), new BodySize(3, 17, 0), Tried: 14, Accepted: 1, isInterrupted),
            Loss: 0,
            Contender("simplified"),
            Contender("my-idea.cs"),
            TimeSpan.FromSeconds(3.4));
    }

    private static Contender Contender(string name) => new(name, new Dictionary<Split, Examination>
    {
        [Split.Train] = Samples.Examine(["train[0]", "train[1]"], [-206, -207], new() { ["train"] = 4.17 }),
        [Split.Validation] = Samples.Examine(["validation[0]"], [-210], new() { ["validation"] = 4.36 }),
        [Split.Test] = Samples.Examine(["L1/a", "L2/a"], [-200, -300], new() { ["L1"] = 6.12, ["L2"] = 4.58 }),
    });
}
