using System.IO.Enumeration;

namespace FunSearch.Specifications.Reading;

/// <summary>The files of a specification's folder that its scores may depend on.</summary>
internal static class FolderFiles
{
    private static readonly string[] ForPeopleAndEditors = [".md", ".sln", ".slnx", ".user"];

    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <returns>Absolute paths of all files below the folder but what is built (<c>bin</c>, <c>obj</c>), hidden, linked from elsewhere
    /// (folders), told to people or kept by an editor (<c>*.md</c>, <c>*.sln</c>, <c>*.slnx</c>, <c>*.user</c>), or a store of runs
    /// (<c>*.db</c> and what lies beside it): that one changes while a run is under way.</returns>
    public static IEnumerable<string> Below(string folder) =>
        new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.ToFullPath(), Visible)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                !entry.IsDirectory && !IsForPeopleAndEditors(entry.FileName) && !IsOfAStore(entry.FileName),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
                entry.FileName is not ("bin" or "obj") && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static bool IsForPeopleAndEditors(ReadOnlySpan<char> name)
    {
        foreach (var ending in ForPeopleAndEditors)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfAStore(ReadOnlySpan<char> name) =>
        name.EndsWith(".db") || name.Contains(".db-", StringComparison.Ordinal) || name.EndsWith(".lock");
}
