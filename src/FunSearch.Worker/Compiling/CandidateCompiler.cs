using System.Collections.Frozen;
using System.Diagnostics;
using FunSearch.Worker.Running;
using FunSearch.Worker.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>Turns a candidate's body into an assembly, or says why not. Lives in the compiler process: Roslyn hangs on junk.</summary>
/// <remarks>Four walls: tokens, syntax, the compiler itself, and last the emitted image; fuel is woven in between. Not thread-safe: one
/// owner calls it.</remarks>
internal sealed class CandidateCompiler
{
    // Stands in for a body where only the header is of interest: it suits every return type.
    private const string NoBody = "{ throw null; }";

    private readonly CSharpCompilation _empty;
    private readonly CandidateSource _source;
    private readonly ImageScan _scan;
    private readonly FrozenSet<string> _callable;
    private readonly bool _isWalled;

    /// <exception cref="ArgumentException">The header does not compile: no body could.</exception>
    /// <param name="isWalled">False for tests of what else keeps a program in: everything that compiles is let through.</param>
    public CandidateCompiler(CompilerSetup setup, bool isWalled = true)
    {
        _isWalled = isWalled;
        _empty = CSharpCompilation.Create(
            "candidate",
            references: [
                .. Framework.References(),
                .. setup.References.Where(path => !IsOwn(path)).Select(path => MetadataReference.CreateFromFile(path)),
                MetadataReference.CreateFromImage(setup.Specification),
                MetadataReference.CreateFromFile(typeof(Fuel).Assembly.Location).WithAliases([FuelWeaver.Alias]),
            ],
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, deterministic: true));
        _callable = setup.Nameable.Select(member => member.Split("::")).Where(member => member[0] == setup.ClassName.Replace('+', '/'))
            .Select(member => member[1]).Append(setup.FunctionName).ToFrozenSet();
        _source = new CandidateSource(setup, NameableTypes(setup));
        _scan = new ImageScan(new AllowedLibrary(), setup.Nameable, Framework.Assemblies, ImageScan.TypesIn(EmitHeader(setup)));
    }

    /// <summary>Where the time of the latest body went; it counts only where that became an image.</summary>
    public CompileTimes Times { get; private set; }

    /// <summary>Compiles one body. A bad candidate is a value, never an exception.</summary>
    public Compiled Compile(string body)
    {
        var start = Stopwatch.GetTimestamp();
        var (tree, refusal) = Read(body);
        return refusal ?? Emit(tree!, start);
    }

    /// <summary>Compiles a body to a program that takes literals of it as values, where that is possible and changes nothing.</summary>
    public Lifted Lift(string body)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return _isWalled && Read(body).Tree is { } tree && LiteralLifter.Lift(tree, Bind) is var (lifted, literals) && Emit(lifted, start) is Compiled.Image image
                ? new Lifted(image.Bytes, literals, Times)
                : Lifted.Nothing;
        }
        catch (Exception absurd) when (IsOfAbsurdCode(absurd))
        {
            return Lifted.Nothing;
        }
    }

    /// <returns>A tree that may be bound, or why there is none.</returns>
    private (SyntaxTree? Tree, Compiled? Refusal) Read(string body)
    {
        if (_isWalled && TokenScan.Refuse(body) is { } refusal)
        {
            return (null, refusal);
        }

        var tree = _source.Around(body);
        var errors = tree.GetDiagnostics().Where(IsError).ToList();
        if (errors.Count > 0)
        {
            return (null, new Compiled.DoesNotCompile(Diagnostics.Describe(errors, _source.FirstLine)));
        }

        return _isWalled && SyntaxWall.Refuse((CompilationUnitSyntax)tree.GetRoot(), _source.FirstLine) is { } syntax ? (null, new Compiled.Forbidden(syntax)) : (tree, null);
    }

    private Compiled Emit(SyntaxTree tree, long start)
    {
        var parsed = Stopwatch.GetTimestamp();
        using var image = new MemoryStream();
        try
        {
            var written = new Lazy<CSharpCompilation>(() => _empty.AddSyntaxTrees(tree));
            var woven = _isWalled ? FuelWeaver.Weave(tree, _callable, new Lazy<SemanticModel>(() => written.Value.GetSemanticModel(tree))) : tree;
            var result = _empty.AddSyntaxTrees(woven).Emit(image);
            if (!result.Success)
            {
                // What is wrong is told of the body as it was written.
                var errors = written.Value.GetDiagnostics().Where(IsError).ToList();
                return Explain(errors.Count > 0 ? errors : result.Diagnostics.Where(IsError).ToList(), written.Value);
            }
        }
        catch (Exception absurd) when (IsOfAbsurdCode(absurd))
        {
            return new Compiled.DoesNotCompile($"line 1: The compiler gave up on this body: {absurd.Message}");
        }

        var emitted = Stopwatch.GetTimestamp();
        var bytes = image.ToArray();
        var symbol = _isWalled ? _scan.Refuse(bytes) : null;
        Times = new CompileTimes(
            (Stopwatch.GetElapsedTime(start, parsed) + Stopwatch.GetElapsedTime(emitted)).Ticks, Stopwatch.GetElapsedTime(parsed, emitted).Ticks);
        return symbol is not null ? new Compiled.Forbidden(symbol)
            : bytes.Length > Bounds.Image ? new Compiled.DoesNotCompile($"The compiled program has {bytes.Length} bytes. It may have at most {Bounds.Image}.")
            : new Compiled.Image(bytes);
    }

    /// <summary>An unknown name that everybody knows, such as File, is forbidden rather than unknown.</summary>
    private Compiled Explain(List<Diagnostic> errors, CSharpCompilation compilation)
    {
        foreach (var error in errors.Where(error => error.Id is "CS0103" or "CS0246"))
        {
            var name = error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan).Split('<')[0];
            if (Framework.ForbiddenTypeNamed(name, compilation) is { } type)
            {
                return new Compiled.Forbidden(ImageScan.NotOnTheList(type));
            }
        }

        return new Compiled.DoesNotCompile(Diagnostics.Describe(errors, _source.FirstLine));
    }

    // Roslyn throws whatever it likes on code that is correct but absurd, such as a constant or an expression too large for it.
    private static bool IsOfAbsurdCode(Exception exception) => exception is not OutOfMemoryException;

    private SemanticModel Bind(SyntaxTree tree) => _empty.AddSyntaxTrees(tree).GetSemanticModel(tree);

    private byte[] EmitHeader(CompilerSetup setup)
    {
        using var image = new MemoryStream();
        var result = _empty.AddSyntaxTrees(_source.Around(NoBody)).Emit(image);
        return result.Success ? image.ToArray() : throw new ArgumentException(
            $"`{setup.Header}` does not compile with `using static {setup.ClassName}`: {result.Diagnostics.First(IsError)}", nameof(setup));
    }

    /// <summary>The specification's types as source writes them, but for its class and for generic ones, which no alias can name.</summary>
    private IEnumerable<string> NameableTypes(CompilerSetup setup) => setup.Nameable.Select(member => member.Split("::")[0].Replace('/', '+'))
        .Distinct()
        .Where(type => type != setup.ClassName && _empty.GetTypeByMetadataName(type) is { IsGenericType: false })
        .Select(type => type.Replace('+', '.'));

    // A project may refer to the library of this very program, which brings the worker: under its own name Fuel could be named.
    private static bool IsOwn(string path) => Path.GetFileNameWithoutExtension(path) == typeof(Fuel).Assembly.GetName().Name;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
