namespace FunSearch.App;

/// <summary>What a person types to start this app: every line that is there to be typed begins with it.</summary>
internal static class CommandName
{
    /// <summary>Set by the script at the project's root.</summary>
    private const string Variable = "FUNSEARCH_COMMAND";

    /// <summary><c>funsearch</c>, as it is installed; from the sources, the script's path as it was typed.</summary>
    public static string Typed { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } typed ? typed : "funsearch";
}
