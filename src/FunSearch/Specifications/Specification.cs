using FunSearch.Programs;
using FunSearch.Specifications.Exporting;
using FunSearch.Specifications.Reading;

namespace FunSearch.Specifications;

/// <summary>A figure that others have published.</summary>
public sealed record KnownFigure(string Who, double Value, string? Variant, string? Figure, string? Group, string? Source);

/// <summary>A specification that has been read, checked and compiled: everything the search needs to know of a problem.</summary>
public sealed record Specification
{
    /// <summary>What the user typed, without the variant: <c>warehouse</c> or a path.</summary>
    public required string Problem { get; init; }

    /// <summary>The variant; the empty string when the problem has none.</summary>
    public required string Variant { get; init; }

    /// <summary>Absolute path of the folder it stands in; the current directory while inputs are read.</summary>
    public required string Folder { get; init; }

    /// <summary>Full name of the class as reflection knows it, for instance <c>Warehouse</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>SHA-256 (hexadecimal) over the one file, or over all files of the folder and of those below it, data among them, but for
    /// <c>bin</c>, <c>obj</c>, hidden files, <c>*.md</c> and what an editor keeps (<c>*.sln</c>, <c>*.slnx</c>, <c>*.user</c>); with a project
    /// file also over all sources that it compiles, the options that it gives the compiler, and the <see cref="References"/>: a stored run is
    /// resumed only with the specification it was made with.</summary>
    public required string Hash { get; init; }

    /// <summary>What <see cref="Hash"/> is made of: names of files, or of folders and kinds where these are many, each with the beginning of
    /// its own hash.</summary>
    internal IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>The function that is searched.</summary>
    public required EvolvedFunction Function { get; init; }

    /// <summary>The body that the search begins with: the one that the specification gives it, unless a user gave another.</summary>
    public required Body FirstBody { get; init; }

    /// <summary>Where <see cref="FirstBody"/> comes from, as the journal has it.</summary>
    public string FirstOrigin { get; init; } = "specification";

    /// <summary>True when the user's own score is better when smaller. Inside, scores are negated then, so that higher is better everywhere.</summary>
    public required bool Minimise { get; init; }

    /// <summary>Why results cannot be verified (no <c>[Score]</c>, no <c>[Verify]</c>), as a sentence; null when they can.</summary>
    public required string? Unverifiable { get; init; }

    /// <summary>The splits that it has a method for.</summary>
    public required IReadOnlyList<Split> Splits { get; init; }

    /// <summary>Names of the baselines, in the order of the source.</summary>
    public required IReadOnlyList<string> Baselines { get; init; }

    /// <summary>Names of the figures, in the order of the source.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Published figures of this variant.</summary>
    public required IReadOnlyList<KnownFigure> Known { get; init; }

    /// <summary>Variants that the specification lists, the default first.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>True when it reads the user's own files (<c>[Data]</c>).</summary>
    public required bool ReadsData { get; init; }

    /// <summary>The class's documentation as plain text; its first sentence is shown by <c>problems</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>C# for the top of a prompt: the class's documentation, data types of the signature, the methods marked
    /// <c>[Run]</c>, <c>[Score]</c> and <c>[Callable]</c>, without markers.</summary>
    public required string PromptContext { get; init; }

    /// <summary>Numeric constants and literals of the specification's <c>[Run]</c>, <c>[Evolve]</c> and <c>[Callable]</c> methods: a pool for proposers.</summary>
    public required IReadOnlyList<double> Constants { get; init; }

    /// <summary>What a candidate may name of the specification: members as <c>Type::Member</c>, in the names of metadata
    /// (<c>Warehouse/Instance::get_Capacity</c>): <c>[Callable]</c> methods and the readable members of the signature's types.</summary>
    public required IReadOnlyList<string> Nameable { get; init; }

    /// <summary>The specification as an assembly in which the evolved function calls through a delegate; see <see cref="EvolvedField"/>.</summary>
    public required byte[] Assembly { get; init; }

    /// <summary>Absolute paths of assemblies it needs besides the framework's and the markers'.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Hashes of the contents of the <see cref="References"/> when they were read, by path; see <see cref="ContentHash"/>.</summary>
    internal IReadOnlyDictionary<string, string> ReferenceHashes { get; init; } = new Dictionary<string, string>();

    /// <summary>False when <c>[Run]</c> returns the score itself.</summary>
    public bool HasSolutions { get; init; } = true;

    /// <summary>True when it can draw a solution (<c>[Picture]</c>).</summary>
    public bool HasPicture { get; init; }

    /// <summary>Source of what a program may name of the specification, with all that it needs.</summary>
    internal IReadOnlyList<SourceMember> Members { get; init; } = [];

    /// <summary>The internal static field of the class that holds the delegate of the function now being run.</summary>
    public const string EvolvedField = "__Evolved";

    /// <summary>How its results are told.</summary>
    public Measures Measures => new(Minimise, Splits, Figures);

    /// <summary>How a person names it: <c>warehouse:large</c>.</summary>
    public string Title => Variant.Length == 0 ? Problem : $"{Problem}:{Variant}";

    /// <summary>A score in the user's own sign.</summary>
    public double InUsersSign(double score) => Measures.InUsersSign(score);
}
