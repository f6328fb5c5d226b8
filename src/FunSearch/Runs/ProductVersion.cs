using System.Reflection;

namespace FunSearch.Runs;

/// <summary>The product's version as a run stores it: <c>1.2.0+commit</c>, or without the commit where it was built outside a repository.</summary>
internal static class ProductVersion
{
    /// <summary>Of this program.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The part that people know: <c>1.2.0</c>.</summary>
    public static string Number(string version) => version.Split('+')[0];

    /// <summary>The commit, short; <c>unknown</c> where there is none.</summary>
    public static string Build(string version) => version.Split('+') is [_, { Length: > 0 } commit] ? commit[..Math.Min(commit.Length, 8)] : "unknown";
}
