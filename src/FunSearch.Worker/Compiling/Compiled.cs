namespace FunSearch.Worker.Compiling;

/// <summary>What every candidate of a search has in common.</summary>
/// <param name="ClassName">The specification's class in metadata form.</param>
/// <param name="FunctionName">The evolved function's name.</param>
/// <param name="Header">Its header in C#, without the body.</param>
/// <param name="Specification">The specification's assembly.</param>
/// <param name="References">Absolute paths of further assemblies that the specification needs.</param>
/// <param name="Nameable">The members of the specification that a candidate may name, as <c>Type::Member</c> in metadata form.</param>
internal sealed record CompilerSetup(
    string ClassName,
    string FunctionName,
    string Header,
    byte[] Specification,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Nameable);

/// <summary>What the front end makes of a candidate's body.</summary>
internal abstract record Compiled
{
    private Compiled()
    {
    }

    /// <summary>An assembly with one public static class <c>Candidate</c> that holds the evolved function as a public static method.</summary>
    public sealed record Image(byte[] Bytes) : Compiled;

    /// <param name="Diagnostics">The first errors, a line each, with line numbers of the body.</param>
    public sealed record DoesNotCompile(string Diagnostics) : Compiled;

    /// <param name="What">A sentence that names the symbol or the syntax.</param>
    public sealed record Forbidden(string What) : Compiled;
}
