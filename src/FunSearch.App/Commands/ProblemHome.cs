using FunSearch.App.Settings;
using FunSearch.Specifications;
using FunSearch.Specifications.Reading.Projects;

namespace FunSearch.App.Commands;

/// <summary>Where a problem lives: every C# file there counts as a part of it.</summary>
internal static class ProblemHome
{
    /// <summary>Refuses to put a file among those that make the problem what it is.</summary>
    /// <param name="typed">The problem as a person calls it, or as a run has it.</param>
    /// <param name="path">The file as it was typed.</param>
    /// <param name="consequence">What would come of it, for the end of a sentence.</param>
    /// <exception cref="CommandException">It would stand there.</exception>
    public static void Refuse(string typed, string path, string consequence)
    {
        // Of a file that is named, the file alone counts, and with a project beside it all of the project's.
        var problem = Path.TrimEndingDirectorySeparator(ProblemFinder.Find(typed).Path);
        var file = Path.GetFullPath(path);
        if (file == problem)
        {
            throw new CommandException($"'{path}' is the problem itself. Name another file.");
        }

        var home = File.Exists(problem) && ProjectFile.Beside(problem) is not null ? Path.GetDirectoryName(problem)! : problem;
        if (file.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new CommandException(
                $"'{path}' would stand in the problem's own folder, where every file counts as a part of it: {consequence}. "
                + $"Name a file elsewhere, for instance {Shell.Word(Path.Combine(Path.GetDirectoryName(home)!, Path.GetFileName(file)))}");
        }
    }
}
