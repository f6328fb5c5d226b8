using System.Collections.Frozen;

namespace FunSearch.Worker.Compiling;

/// <summary>What a candidate may use of .NET: the one list, read from <c>AllowedLibrary.txt</c>, which says how to read it.</summary>
internal sealed class AllowedLibrary
{
    private const string EmittedHeading = "[What the compiler writes of itself]";
    private const string EmittedApartHeading = "[What the compiler writes in classes of its own]";

    private readonly FrozenDictionary<string, AllowedType> _types;
    private readonly FrozenDictionary<string, AllowedType> _emittedApart;
    private readonly string[] _lines;

    public AllowedLibrary()
    {
        using var text = new StreamReader(typeof(AllowedLibrary).Assembly.GetManifestResourceStream("AllowedLibrary.txt")!);
        var lines = text.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        var emitted = Array.IndexOf(lines, EmittedHeading);
        var emittedApart = Array.IndexOf(lines, EmittedApartHeading);
        _types = Read(lines[..emittedApart]);
        _emittedApart = Read(lines[emittedApart..]);
        _lines = lines[..emitted];
    }

    /// <summary>The list for a person or a prompt, without what only the compiler writes.</summary>
    public IReadOnlyList<string> Describe() => _lines;

    /// <param name="type">A name of metadata: <c>System.Collections.Generic.List`1/Enumerator</c>.</param>
    public bool Allows(string type) => Find(_types, type) is not null || Find(_emittedApart, type) is not null;

    /// <param name="member">A name of metadata: <c>get_Count</c>.</param>
    public bool Allows(string type, string member) => Find(_types, type) is { } found && found.Allows(member);

    /// <summary>True for what only the compiler may use, and only in classes that no source can name.</summary>
    public bool AllowsInCompilersCode(string type, string member) => Find(_emittedApart, type) is { } found && found.Allows(member);

    private static AllowedType? Find(FrozenDictionary<string, AllowedType> types, string type)
    {
        if (types.TryGetValue(type, out var exact))
        {
            return exact;
        }

        var arity = type.IndexOf('`');
        return arity < 0 ? null : types.GetValueOrDefault($"{type[..arity]}`*");
    }

    private static FrozenDictionary<string, AllowedType> Read(IEnumerable<string> lines)
    {
        // A line that begins with white space goes on from the one before.
        var entries = string.Join('\n', lines).Replace("\n ", " ", StringComparison.Ordinal).Split('\n');
        return entries.Where(entry => entry is not ("" or ['#', ..] or ['[', ..])).Select(AllowedType.Read).ToFrozenDictionary(type => type.Name);
    }
}
