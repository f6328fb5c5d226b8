using System.Collections.Frozen;

namespace FunSearch.Worker.Compiling;

/// <summary>One line of the list: a type and which of its members may be used.</summary>
/// <param name="Name">In metadata form; an arity of <c>*</c> stands for any.</param>
/// <param name="All">True when every member may be used but <paramref name="Members"/>.</param>
/// <param name="Members">In metadata form.</param>
internal sealed record AllowedType(string Name, bool All, FrozenSet<string> Members)
{
    private const string AllBut = "* but ";

    public bool Allows(string member) => All != (Members.Contains(member) || IsOperator(member) && Members.Contains("operators"));

    /// <param name="line"><c>System.Span&lt;T&gt;.Enumerator: Current, MoveNext</c>.</param>
    public static AllowedType Read(string line)
    {
        var colon = line.IndexOf(':');
        var name = MetadataName(colon < 0 ? line : line[..colon]);
        var members = colon < 0 ? "" : line[(colon + 1)..].Trim();
        var all = members == "*" || members.StartsWith(AllBut, StringComparison.Ordinal);
        var listed = !all ? members : members == "*" ? "" : members[AllBut.Length..];
        return new AllowedType(name, all, listed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(MetadataNames).ToFrozenSet());
    }

    private static bool IsOperator(string member) => member.StartsWith("op_", StringComparison.Ordinal);

    private static string[] MetadataNames(string member) => member switch
    {
        "new" => [".ctor"],
        "this[]" => ["get_Item", "set_Item", "get_Chars"],
        _ => [member, $"get_{member}", $"set_{member}"],
    };

    /// <summary><c>A.B&lt;T, U&gt;.C</c> becomes <c>A.B`2/C</c>: what follows type arguments is a type inside the type.</summary>
    private static string MetadataName(string name)
    {
        var open = name.IndexOf('<');
        if (open < 0)
        {
            return name;
        }

        var close = name.IndexOf('>');
        var arguments = name[(open + 1)..close];
        var arity = arguments == "..." ? "*" : $"{arguments.Count(letter => letter == ',') + 1}";
        return $"{name[..open]}`{arity}{name[(close + 1)..].Replace('.', '/')}";
    }
}
