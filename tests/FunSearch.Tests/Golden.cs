using System.Runtime.CompilerServices;

namespace FunSearch.Tests;

/// <summary>Compares a text with the golden file beside the test. <c>UPDATE_GOLDEN=1</c> writes it anew, for a person to read in the diff.</summary>
internal static class Golden
{
    public static void Matches(string text, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{name}.golden.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the test once with UPDATE_GOLDEN=1, and read what it wrote.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }
}
