using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.Runs;

/// <summary>Problems by what a person calls them.</summary>
internal static class Problems
{
    /// <param name="typed">A built-in name or a path, with an optional variant.</param>
    /// <exception cref="SpecificationException">There is none, or no search can start from it.</exception>
    public static Specification Read(string typed)
    {
        var place = ProblemFinder.Find(typed);
        return SpecificationReader.Read(place.Path, place.Problem, place.Variant);
    }

    /// <summary>A specification with this body compiled into it: what a candidate with the same body is measured against.</summary>
    /// <exception cref="InvalidOperationException">It does not compile with this body.</exception>
    public static Specification CompileAhead(Specification specification, Body body) =>
        SpecificationReader.CompileAhead(ProblemFinder.Find(specification.Problem).Path, specification, body);

    /// <summary>A stored run's specification as it is now, beginning with the run's own first program.</summary>
    /// <exception cref="SpecificationException">It is gone, or no search can start from it.</exception>
    public static Specification Of(RunConfiguration run)
    {
        var specification = Read(run.Problem);
        return run.From is { } from ? specification.BeginningWith(from) : specification;
    }

    /// <summary>The same, but for the program that a search begins with.</summary>
    public static Specification BeginningWith(this Specification specification, StartingProgram start) =>
        specification with { FirstBody = new Body(start.Body), FirstOrigin = $"from {start.Source}" };

    /// <summary>The specifications that come with the product.</summary>
    public static IReadOnlyList<Specification> BuiltIn() => [.. ProblemFinder.BuiltIn().Select(Read)];

    /// <summary>A problem's name that means the same in every folder: a run is stored under it, and finds its specification by it.</summary>
    public static string LastingName(Specification specification) =>
        ProblemFinder.BuiltIn().Contains(specification.Problem)
            ? specification.Title
            : (specification with { Problem = Path.GetFullPath(specification.Problem) }).Title;
}
