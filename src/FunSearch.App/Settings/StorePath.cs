namespace FunSearch.App.Settings;

/// <summary>Where runs are stored unless <c>--store</c> says otherwise.</summary>
internal static class StorePath
{
    /// <summary>In the current folder.</summary>
    public static readonly string Default = Path.Combine(".funsearch", "store.db");
}
