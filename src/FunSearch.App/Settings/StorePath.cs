namespace FunSearch.App.Settings;

/// <summary>Where runs are stored unless <c>--store</c> says otherwise.</summary>
internal static class StorePath
{
    /// <summary>In the current folder.</summary>
    public static readonly string Default = Path.Combine(".funsearch", "store.db");

    /// <summary>What a command must carry to find a store from the current folder: empty for the default one.</summary>
    /// <param name="store">Absolute.</param>
    public static string OptionFor(string store) =>
        store == Path.GetFullPath(Default) ? "" : $" --store {(store.Contains(' ', StringComparison.Ordinal) ? $"\"{store}\"" : store)}";
}
