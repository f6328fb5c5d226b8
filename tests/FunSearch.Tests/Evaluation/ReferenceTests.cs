using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.Specifications.Projects;

namespace FunSearch.Tests.Evaluation;

/// <summary>The user may build at any time: a search keeps to the assemblies that it began with.</summary>
[Collection(Processes.InTurn)]
public sealed class ReferenceTests : IDisposable
{
    private readonly ToldProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_library_that_is_built_anew_during_a_search_changes_no_score()
    {
        var specification = _project.Read();
        var first = new Subject.Candidate(specification.FirstBody);
        await using var evaluator = await StartAsync(specification);
        _project.BuildLibrary(factor: 3);

        // Each in a process of its own; after the spare they begin when the library is another already.
        var scores = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            var examination = await evaluator.ExamineAsync(first, Split.Train, TestContext.Current.CancellationToken);
            scores.AddRange(Assert.IsType<Outcome.Scored>(examination.Outcome).Signature.Scores);
        }

        Assert.Equal([8, 8, 8, 8], scores);
    }

    [Fact]
    public async Task A_library_that_has_changed_before_the_search_starts_is_told()
    {
        var specification = _project.Read();
        _project.BuildLibrary(factor: 3);

        var exception = await Assert.ThrowsAsync<SpecificationException>(() => StartAsync(specification));

        Assert.Contains("The assembly 'Costs.dll' that it refers to has changed since the specification was read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_gone_when_the_search_starts_is_named()
    {
        var specification = _project.Read();
        File.Delete(_project.Library);

        var exception = await Assert.ThrowsAsync<SpecificationException>(() => StartAsync(specification));

        Assert.Contains("The assembly 'Costs.dll' that it refers to cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copies_have_native_libraries_beside_them_and_are_gone_with_the_search()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The library's name is another there.");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(_project.Library)!, "libnative.so"), "");
        var copies = ReferenceCopies.Of(_project.Read());
        var folder = Path.GetDirectoryName(Assert.Single(copies.Paths))!;
        var names = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();

        copies.Dispose();

        Assert.Equal(["Costs.dll", "libnative.so"], names);
        Assert.False(Directory.Exists(folder));
    }

    private static Task<WorkerEvaluator> StartAsync(Specification specification) => WorkerEvaluator.StartAsync(
        specification, data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);
}
