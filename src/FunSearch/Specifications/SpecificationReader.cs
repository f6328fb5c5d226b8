using FunSearch.Programs;
using FunSearch.Specifications.Exporting;
using FunSearch.Specifications.Reading;
using FunSearch.Specifications.Reading.Checks;
using FunSearch.Specifications.Reading.Projects;

namespace FunSearch.Specifications;

/// <summary>Reads, checks and compiles a specification: the user's own trusted code, so it happens in this process.</summary>
internal static class SpecificationReader
{
    /// <param name="path">A folder, whose own C# files make one class, or one C# file. A project file beside it is asked what else is
    /// compiled and referred to; its own project references are built.</param>
    /// <param name="problem">What the user typed, without the variant.</param>
    /// <param name="variant">The empty string for the default.</param>
    /// <exception cref="SpecificationException">No search can start from it: every mistake that was found.</exception>
    public static Specification Read(string path, string problem, string variant) => Read(path, problem, variant, DotnetSdk.Here);

    internal static Specification Read(string path, string problem, string variant, DotnetSdk sdk)
    {
        var files = SourceFiles.Read(path, sdk);
        var marked = MarkerSearch.Find(SpecificationCompiler.Compile(files), files);
        var mistakes = SpecificationChecks.Mistakes(marked, variant);
        return mistakes.Count == 0 ? Compiled(marked, files, problem, variant) : throw new SpecificationException(mistakes);
    }

    /// <summary>The same specification, compiled with a body of the evolved function in it: no candidate can take its place.</summary>
    /// <param name="specification">As <see cref="Read(string, string, string)"/> gave it.</param>
    /// <exception cref="InvalidOperationException">It does not compile with this body.</exception>
    public static Specification CompileAhead(string path, Specification specification, Body body)
    {
        var files = SourceFiles.Read(path, DotnetSdk.Here);
        var marked = MarkerSearch.Find(SpecificationCompiler.Compile(files), files);
        return specification with { Assembly = EvolvedStub.EmitAhead(marked, body.Text), References = files.Surroundings.Assemblies };
    }

    private static Specification Compiled(MarkedClass marked, SourceFiles files, string problem, string variant)
    {
        var chosen = variant.Length == 0 ? marked.Variants.FirstOrDefault("") : variant;
        var assembly = EvolvedStub.Emit(marked);
        if (RuntimeAssemblies.Missing(assembly, files.Surroundings) is { Count: > 0 } missing)
        {
            throw new SpecificationException(missing);
        }

        return new Specification
        {
            Problem = problem,
            Variant = chosen,
            Folder = files.Folder,
            ClassName = MetadataNames.Of(marked.Symbol, nestedBy: '+'),
            Hash = files.State.Hash,
            Parts = files.State.Parts,
            Function = FirstProgram.Function(marked, assembly),
            FirstBody = FirstProgram.Body(marked.Evolved!),
            Minimise = (marked.Of<ScoreAttribute>() is [var score] ? score : marked.Run!).Minimise,
            Unverifiable = WhyUnverifiable(marked),
            Splits = [.. marked.Of<InputsAttribute>().Select(inputs => SplitNaming.Named(inputs.Argument)).Order()],
            Baselines = [.. marked.Of<BaselineAttribute>().Select(baseline => baseline.Argument)],
            Figures = [.. marked.Of<FigureAttribute>().Select(figure => figure.Argument)],
            Known = [.. marked.Known.Select(known => known.Figure).Where(known => known.Variant is null || known.Variant == chosen)],
            Variants = marked.Variants,
            ReadsData = marked.Of<DataAttribute>().Count > 0,
            Summary = Summary(marked),
            PromptContext = PromptContextWriter.Write(marked),
            Constants = ConstantPool.Of(marked),
            Nameable = NameableMembers.Of(marked),
            HasSolutions = marked.Of<ScoreAttribute>().Count > 0,
            HasPicture = marked.Of<PictureAttribute>().Count > 0,
            Members = SourceMembers.Of(marked),
            Assembly = assembly,
            References = files.Surroundings.Assemblies,
            ReferenceHashes = files.Assemblies,
        };
    }

    // Of the part that holds the evolved function, if that has one: a verifier's part speaks of itself.
    private static string Summary(MarkedClass marked) => marked.Symbol.DeclaringSyntaxReferences
        .Select(part => part.GetSyntax()).OrderByDescending(part => part.Contains(marked.Evolved!.Syntax))
        .Select(Documentation.Summary).FirstOrDefault(summary => summary.Length > 0, "");

    private static string? WhyUnverifiable(MarkedClass marked)
    {
        if (marked.Of<ScoreAttribute>().Count == 0)
        {
            return $"No method is marked [Score]: '{marked.Run!.Name}' returns the score itself, and leaves no solution to check.";
        }

        return marked.Of<VerifyAttribute>().Count == 0 ? "No method is marked [Verify]: nothing says whether a solution is valid." : null;
    }
}
