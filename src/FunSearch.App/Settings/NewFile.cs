namespace FunSearch.App.Settings;

/// <summary>A file that is there whole or not at all, and never in place of another unless that is wanted.</summary>
/// <param name="Path">As it was typed.</param>
/// <param name="Force">True when it may take the place of another.</param>
internal sealed record NewFile(string Path, bool Force)
{
    /// <summary>Refuses at once what could only fail later, after minutes of work.</summary>
    /// <exception cref="CommandException">There is a file already, or nowhere to put it.</exception>
    public void Check()
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        if (Directory.Exists(Path))
        {
            throw new CommandException($"'{Path}' is a folder. Name a file in it.");
        }

        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder '{folder}'. Make it first, or name a file elsewhere.");
        }

        if (!Force && File.Exists(Path))
        {
            throw Taken();
        }
    }

    /// <summary>Writes it beside its place, then moves it there.</summary>
    /// <exception cref="CommandException">There is a file already, and it was left as it is.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var draft = $"{Path}.{Environment.ProcessId}.tmp";
        try
        {
            await File.WriteAllBytesAsync(draft, content, cancellationToken);
            File.Move(draft, Path, Force);
        }
        catch (IOException) when (!Force && File.Exists(Path))
        {
            throw Taken();
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private CommandException Taken() =>
        new($"There is a file '{Path}' already, and it was left as it is. --force replaces it; or name another file.");
}
