using System.Text.RegularExpressions;

namespace FunSearch.App.Settings;

/// <summary>How a new problem is called: its folder as it was typed, its class in C#.</summary>
/// <param name="Folder">Absolute path.</param>
internal sealed record ProblemName(string Folder, string Class)
{
    /// <summary>The folder's own name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <param name="typed">A name or a path: <c>my-depot</c> becomes <c>MyDepot</c>.</param>
    /// <param name="taken">Code that will stand in the class: a name that occurs in it would mean two things.</param>
    /// <exception cref="CommandException">No name can be made of it.</exception>
    public static ProblemName Of(string typed, string taken)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed));
        var words = Path.GetFileName(folder).Split([.. Path.GetFileName(folder).Where(letter => !char.IsLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        if (!name.Any(char.IsLetter))
        {
            throw new CommandException($"'{typed}' cannot name a problem: a class is named after it, so it needs a letter. For example my-depot.");
        }

        var isWhole = char.IsLetter(name[0]) && !Means(name, taken);
        return new ProblemName(folder, isWhole ? name : char.IsLetter(name[0]) ? $"{name}Problem" : $"Problem{name}");
    }

    private static bool Means(string name, string taken) =>
        name == nameof(System) || typeof(object).Assembly.GetType($"System.{name}") is not null || Regex.IsMatch(taken, $@"\b{name}\b");
}
