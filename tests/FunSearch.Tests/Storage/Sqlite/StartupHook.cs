using FunSearch.Tests.Storage.Sqlite;

/// <summary>
/// Makes this executable a process that only appends to a store, for the tests that kill it. .NET calls it before Main when
/// DOTNET_STARTUP_HOOKS names this assembly, and asks for exactly this name outside of any namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => KillableWriter.AppendForEverAsync().GetAwaiter().GetResult();
}
