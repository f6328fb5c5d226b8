using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax;
using FunSearch.Randomness;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Tests.Proposers.Syntax;

/// <summary>A signature to breed for, and the compiler to believe nothing but.</summary>
internal sealed class Breeding(string returnType, string parameters, params string[] firstBodies)
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "children",
        references: new[] { "System.Private.CoreLib.dll", "System.Runtime.dll", "System.Collections.dll", "System.Linq.dll" }
            .Select(name => MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name))),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public EvolvedFunction Function { get; } = new("Priority", returnType, [.. ParametersOf(parameters)], "");

    public IReadOnlyList<Body> FirstBodies { get; } = [.. firstBodies.Select(body => new Body(body))];

    public Specification Specification => new()
    {
        Problem = "test",
        Variant = "",
        Folder = "/",
        ClassName = "Test",
        Hash = "",
        Function = Function,
        FirstBody = FirstBodies[0],
        Minimise = false,
        Unverifiable = null,
        Splits = [],
        Baselines = [],
        Figures = [],
        Known = [],
        Variants = [],
        ReadsData = false,
        Summary = "",
        PromptContext = "",
        Constants = [0, 1, 2.5],
        Nameable = [],
        Assembly = [],
        References = [],
    };

    public SyntaxProposer Proposer() => new(Specification);

    public Reading Read(string body) => Reader.Read(Function, (BlockSyntax)SyntaxFactory.ParseStatement(body));

    public string Print(BlockSyntax block)
    {
        var typing = Typing.Of(Function, block);
        return Printer.Print(Simplifier.Simplify(block, typing), typing, Kinds.Named(Function.ReturnType));
    }

    public static Prompt Prompt(long seed, long number, params IEnumerable<Body> parents) => new(
        number,
        [.. parents.Select((body, index) => new ScoredProgram(index, body, new Signature([index])))],
        new SeededRandom(seed, SeededRandom.Stream.Proposal, number));

    public static async Task<Proposal> ProposeAsync(IProposer proposer, Prompt prompt)
    {
        var proposals = await proposer.ProposeAsync(prompt, CancellationToken.None).ToListAsync();
        return Assert.Single(proposals);
    }

    /// <summary>A chain of children: each is bred from two of the twenty before it.</summary>
    public async Task<List<(Proposal Child, IReadOnlyList<ScoredProgram> Parents)>> ChainAsync(int length, long seed)
    {
        var proposer = Proposer();
        var bodies = FirstBodies.ToList();
        var children = new List<(Proposal, IReadOnlyList<ScoredProgram>)>();
        var choice = new Random((int)seed);
        for (var number = 1; number <= length; number++)
        {
            var recent = Math.Min(bodies.Count, 20);
            var prompt = Prompt(seed, number, bodies[^(1 + choice.Next(recent))], bodies[^(1 + choice.Next(recent))]);
            var child = await ProposeAsync(proposer, prompt);
            children.Add((child, prompt.Parents));
            bodies.Add(child.Body!);
            if (number % 50 == 0)
            {
                bodies.AddRange(FirstBodies);
            }
        }

        return children;
    }

    /// <summary>What the compiler says against bodies, each a method of its own; empty when it takes them all.</summary>
    public IReadOnlyList<string> Errors(IEnumerable<string> bodies)
    {
        var methods = bodies.Select((body, index) => Function.HeaderAs($"M{index}") + "\n" + body);
        var source = $"using System; using System.Collections.Generic; using System.Linq; using System.Numerics;\npublic static class Children {{\n{string.Join("\n", methods)}\n}}";
        return [.. Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic.GetMessage()}\n{diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()}")];
    }

    private static IEnumerable<Parameter> ParametersOf(string parameters) => parameters.Split("; ").Select(parameter =>
        new Parameter(parameter[..parameter.LastIndexOf(' ')], parameter[(parameter.LastIndexOf(' ') + 1)..]));
}
