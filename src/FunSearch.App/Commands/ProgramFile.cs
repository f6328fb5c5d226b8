namespace FunSearch.App.Commands;

/// <summary>The file of <c>--program</c>: a method or a body, as a person wrote it.</summary>
internal static class ProgramFile
{
    /// <summary>Typed in place of a file's name.</summary>
    public const string StandardInput = "-";

    /// <exception cref="CommandException">There is no such file.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file == StandardInput)
        {
            return await Console.In.ReadToEndAsync(cancellationToken);
        }

        return File.Exists(file)
            ? await File.ReadAllTextAsync(file, cancellationToken)
            : throw new CommandException($"There is no file '{file}'. --program takes a file that holds a method or a body, or - for standard input.");
    }
}
