using FunSearch.Worker.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Worker.Compiling;

/// <summary>The last wall alone: images that no body could lead to, because the walls before refuse it.</summary>
public class ImageScanTests
{
    [Theory]
    [InlineData("public static int X;", "static fields")]
    [InlineData("static Candidate() { }", "static constructors")]
    [InlineData("public class Inner { }", "may not declare the type Inner")]
    [InlineData("public class Inner { ~Inner() { } }", "System.Object.Finalize is not on the list")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] public static extern int fork();", "native code")]
    [InlineData("public static unsafe int F(int* p) => *p;", "A pointer is not on the list")]
    [InlineData("public static unsafe int F(delegate*<int> f) => f();", "A pointer is not on the list")]
    [InlineData("public static int F() { System.Span<int> s = stackalloc int[9]; return s[0]; }", "The instruction localloc is not on the list")]
    [InlineData("public static object F() => typeof(int);", "System.Type.GetTypeFromHandle is not on the list")]
    [InlineData("public static int F() { System.Runtime.CompilerServices.Unsafe.As<int, long>(ref X[0]); return 0; } static int[] X => null;", "System.Runtime.CompilerServices.Unsafe.As is not on the list")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] public static void F() { }", "ModuleInitializerAttribute is not on the list")]
    public void What_would_outlive_or_escape_a_call_is_refused(string member, string expected)
    {
        var refusal = Scan().Refuse(Image($"public static class Candidate {{ {member} }}"));

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public double __0; public int __1; public double F() => __0 + __1;", null)]
    [InlineData("public double X;", "no fields but those of its literals")]
    [InlineData("public string __0;", "no fields but those of its literals")]
    [InlineData("double __0;", "no fields but those of its literals")]
    [InlineData("public readonly double __0;", "no fields but those of its literals")]
    [InlineData("public static double __0;", "static fields")]
    [InlineData("public double __0; public double F() => __0++;", "may not change its literals")]
    [InlineData("public double __0; public ref double F() => ref __0;", "may not change its literals")]
    [InlineData("public double __0 = 3;", "may not change its literals")]
    public void A_class_with_instances_has_the_fields_of_its_literals_and_only_reads_them(string members, string? expected)
    {
        var refusal = Scan().Refuse(Image($"public sealed class Candidate {{ {members} }}"));

        Assert.Equal(expected is null, refusal is null);
        Assert.Contains(expected ?? "", refusal ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_of_an_allowed_name_from_elsewhere_is_not_the_one_meant()
    {
        var elsewhere = MetadataReference.CreateFromImage(Image("namespace System.Numerics { public static class BitOperations { public static int Pop(int x) => x; } }"));

        var refusal = Scan().Refuse(Image("public static class Candidate { public static int F() => mine::System.Numerics.BitOperations.Pop(1); }", elsewhere));

        Assert.Equal("System.Numerics.BitOperations.Pop is not on the list of what a candidate may use.", refusal);
    }

    [Fact]
    public void An_image_that_cannot_be_read_is_refused()
    {
        var image = Image("public static class Candidate { public static int F() => 1; }");

        var refusal = Scan().Refuse(image[..(image.Length / 2)]);

        Assert.StartsWith("The compiled program cannot be read, so nobody knows what it uses: ", refusal, StringComparison.Ordinal);
    }

    // Code that may be unsafe carries two attributes, which are not the point here.
    private static ImageScan Scan() => new(
        new AllowedLibrary(),
        ["System.Security.Permissions.SecurityPermissionAttribute::.ctor", "System.Security.UnverifiableCodeAttribute::.ctor"],
        Framework.Assemblies,
        new HashSet<string> { "System.Security.Permissions.SecurityAction" });

    private static byte[] Image(string source, MetadataReference? mine = null)
    {
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
        var tree = CSharpSyntaxTree.ParseText(mine is null ? source : $"extern alias mine; {source}");
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            mine is null ? "image" : "other", [tree], mine is null ? [core] : [core, mine.WithAliases(["mine"])], options).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
