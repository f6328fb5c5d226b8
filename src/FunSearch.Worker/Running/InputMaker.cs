using System.Collections;
using System.Reflection;
using FunSearch.Worker.Walls;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Makes all inputs of a problem: by its <c>[Inputs]</c> methods, or by <c>[Data]</c> from the user's own files.</summary>
internal sealed class InputMaker(LoadedSpecification specification, string variant)
{
    internal static readonly string[] Splits = ["train", "validation", "test"];

    /// <summary>The splits that have inputs, train first.</summary>
    /// <exception cref="SetupException">They could not be made, there is none to train on, or two have one name.</exception>
    public IReadOnlyList<InputSet> Make(string folder, DataFiles? data)
    {
        var elsewhere = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            var sets = (data is null ? Own() : FromFiles(data)).Where(set => set.Inputs.Count > 0).ToList();
            Preloading.ConstructorsOf(specification.Assembly);
            Preloading.NativeLibrariesOf(specification.Assembly);
            return sets is [{ Split: "train" }, ..] ? sets : throw new SetupException(
                "There is no training input. At least one is needed: the search learns from training inputs.");
        }
        catch (DirectoryNotFoundException) when (!Directory.Exists(folder))
        {
            throw new SetupException($"The specification's folder '{folder}' is not there.");
        }
        finally
        {
            Environment.CurrentDirectory = elsewhere;
        }
    }

    private IEnumerable<InputSet> Own() =>
        from split in Splits
        from inputs in specification.Inputs
        where inputs.Marker.Split == split
        select new InputSet(split, Collect(
            inputs.Method, $"[Inputs(\"{split}\")]", inputs.Method.GetParameters().Length == 0 ? [] : [variant]));

    private IEnumerable<InputSet> FromFiles(DataFiles data)
    {
        var read = specification.Data
            ?? throw new SetupException("The specification reads no files: no method of it is marked [Data]. Mark one that takes a file's path and returns inputs, or leave the data out.");
        return data.Percentages.Count > 0
            ? Divide(data.Files[0].Path, Read(read, data.Files[0].Path), data.Percentages)
            : from split in Splits
              from file in data.Files
              where file.Split == split
              select new InputSet(split, Read(read, file.Path));
    }

    private static IEnumerable<InputSet> Divide(string path, List<object> rows, IReadOnlyList<int> percentages)
    {
        var counts = Shares.Of(rows.Count, percentages) ?? throw new SetupException(
            $"'{path}' holds {rows.Count} inputs, too few to be divided into {string.Join(", ", percentages)} percent. "
            + "Each split needs one.");
        var start = 0;
        foreach (var (split, count) in Splits.Zip(counts))
        {
            yield return new InputSet(split, [.. rows.Skip(start).Take(count)]);
            start += count;
        }
    }

    private static List<object> Read(MethodInfo method, string path) => Collect(method, "[Data]", [path]);

    /// <summary>Calls the user's method and goes through what it returns: either may throw.</summary>
    private static List<object> Collect(MethodInfo method, string marker, object[] arguments)
    {
        try
        {
            var inputs = (IEnumerable?)method.Call(arguments);
            return (inputs ?? Array.Empty<object>()).Cast<object?>().Select((input, index) => input ?? throw new SetupException(
                $"{method.Name}, marked {marker}, gave null for input {index}. An input must be a value.")).ToList();
        }
        catch (Exception exception) when (exception is not SetupException)
        {
            // The user's own code may throw whatever it likes.
            var hint = exception is UnauthorizedAccessException ? " It may read files that stand beside the specification or are given as data, and write none." : "";
            throw new SetupException($"{method.Name}, marked {marker}, threw {exception.Describe()}{hint}");
        }
    }
}
