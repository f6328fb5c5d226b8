namespace FunSearch.Worker.Running;

/// <summary>The inputs of one split, with their names.</summary>
internal sealed class InputSet
{
    /// <exception cref="SetupException">Two inputs have one name.</exception>
    public InputSet(string split, IReadOnlyList<object> inputs)
    {
        Split = split;
        Inputs = inputs;
        Names = [.. inputs.Select((input, index) => NameOf(input) ?? $"{split}[{index}]")];
        if (Names.Distinct(StringComparer.Ordinal).Count() < Names.Count)
        {
            var (name, places) = Names.Index().GroupBy(name => name.Item).Where(group => group.Count() > 1)
                .Select(group => (group.Key, group.Select(place => place.Index).ToList())).First();
            throw new SetupException(
                $"Inputs {places[0]} and {places[1]} of {split} are both named '{name}'. "
                + "Each needs a name of its own: results are told by it.");
        }
    }

    /// <summary><c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    public string Split { get; }

    public IReadOnlyList<object> Inputs { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>What stands before a <c>/</c> in the input's name; without one, its split.</summary>
    public string GroupOf(int input)
    {
        var slash = Names[input].IndexOf('/');
        return slash < 0 ? Split : Names[input][..slash];
    }

    private static string? NameOf(object input) =>
        input.GetType().GetProperty("Name", typeof(string))?.GetValue(input) is string { Length: > 0 } name ? name : null;
}
