using System.Reflection;
using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Worker.Compiling;

public class AllowedLibraryTests
{
    private static readonly AllowedLibrary Library = new();

    [Fact]
    public void Every_name_on_the_list_is_a_type_or_member_of_the_framework()
    {
        var unknown = Entries().SelectMany(entry => Unknown(entry.Type, entry.Members)).ToList();

        Assert.Empty(unknown);
    }

    [Fact]
    public void What_is_printed_leaves_out_what_only_the_compiler_writes()
    {
        var lines = Library.Describe();

        Assert.Contains("System.Numerics.BitOperations: *", lines);
        Assert.DoesNotContain(lines, line => line.Contains("CompilerServices", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System.Math", "Sqrt", true)]
    [InlineData("System.Math", "ReciprocalEstimate", false)]
    [InlineData("System.MathF", "ReciprocalSqrtEstimate", false)]
    [InlineData("System.Double", "MaxNative", false)]
    [InlineData("System.Single", "ConvertToIntegerNative", false)]
    [InlineData("System.Double", "IsNaN", true)]
    [InlineData("System.Double", "ToString", false)]
    [InlineData("System.Func`3", "Invoke", true)]
    [InlineData("System.Collections.Generic.List`1", "get_Item", true)]
    [InlineData("System.Collections.Generic.List`1/Enumerator", "MoveNext", true)]
    [InlineData("System.Linq.Enumerable", "Shuffle", false)]
    [InlineData("System.Nullable`1", "op_Implicit", true)]
    [InlineData("System.Object", "GetType", false)]
    [InlineData("System.Runtime.CompilerServices.Unsafe", "As", false)]
    public void A_member_is_allowed_by_its_name_in_metadata(string type, string member, bool expected)
    {
        var allowed = Library.Allows(type, member);

        Assert.Equal(expected, allowed);
    }

    private static IEnumerable<(string Type, string[] Members)> Entries() =>
        from line in string.Join('\n', Library.Describe()).Replace("\n ", " ").Split('\n')
        where line is not ("" or ['#', ..] or ['[', ..])
        let parts = line.Split(':')
        select (parts[0], parts.Length == 1 ? [] : parts[1].Replace("* but", "").Split([',', ' ', '*'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Unknown(string name, string[] members)
    {
        var metadataName = AllowedType.Read(name).Name.Replace('/', '+').Replace("`*", "`2");
        var assemblies = new[] { typeof(object), typeof(Stack<>), typeof(Enumerable) }.Select(type => type.Assembly);
        if (assemblies.Select(assembly => assembly.GetType(metadataName)).FirstOrDefault(found => found is not null) is not { } type)
        {
            return [name];
        }

        var names = type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
            .Select(member => member.Name).Append("operators").ToHashSet();
        return members.Where(member => !names.Contains(member switch { "new" => ".ctor", "this[]" => type == typeof(string) ? "Chars" : "Item", _ => member }))
            .Where(member => !(name.EndsWith("<...>") && member is "Item3" or "Item4" or "Item5" or "Item6" or "Item7" or "Rest"))
            .Select(member => $"{name}.{member}");
    }
}
