using System.Text.Json;
using System.Text.RegularExpressions;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>What the models of a configuration must be besides well-formed: named apart, reachable by their addresses, with one key each.</summary>
/// <param name="mistaken">Takes a mistake: its line and its sentence.</param>
internal sealed partial class ModelCheck(Action<int, string> mistaken)
{
    /// <summary>Words that <c>--proposer</c> takes for something else.</summary>
    private static readonly string[] Reserved = ["embedded", "random", "best-of-n", "mix", "ensemble", "recorded"];

    public void Models(LocatedJson? models)
    {
        foreach (var model in models?.Items ?? [])
        {
            Address(TextOf(model, "address"));
            Name(TextOf(model, "name"));
            Key(TextOf(model, "keyVariable"), TextOf(model, "keyFile"));
        }

        Apart(models?.Items ?? []);
    }

    private void Address(LocatedJson? address)
    {
        if (address is null or { Text: "" })
        {
            return;
        }

        try
        {
            // A provider that is known by name may have its address in the environment: that is seen when it is asked.
            _ = ModelEndpoint.IsNamed(address.Text, out _, out _) ? null : ModelEndpoint.Parse(address.Text);
        }
        catch (ProposerException exception)
        {
            mistaken(address.Line, $"{exception.Message}{Provider(address.Text)}");
        }
    }

    private void Name(LocatedJson? name)
    {
        if (name is null or { Text: "" })
        {
            return;
        }

        if (Reserved.Contains(name.Text, StringComparer.OrdinalIgnoreCase))
        {
            mistaken(name.Line, $"A model cannot be called '{name.Text}': that is another proposer. Give it another name.");
        }
        else if (!Typeable().IsMatch(name.Text))
        {
            mistaken(name.Line, $"A model cannot be called '{name.Text}': --proposer would take it for something else. "
                + "Use letters, digits, '.', '_' and '-', and begin with a letter or a digit.");
        }
    }

    private void Key(LocatedJson? variable, LocatedJson? file)
    {
        if (variable is not null && file is not null)
        {
            mistaken(Math.Max(variable.Line, file.Line), "A model has both keyVariable and keyFile. Keep the one that holds its key.");
        }

        // Not repeated: it may be the key.
        if (variable is { Text.Length: > 0 } && !Secrets.IsVariable(variable.Text))
        {
            mistaken(variable.Line, $"keyVariable is no name of an environment variable. {Secrets.Mend}");
        }
    }

    private void Apart(IReadOnlyList<LocatedJson> models)
    {
        var names = models.Select(model => TextOf(model, "name") ?? TextOf(model, "address")).OfType<LocatedJson>();
        foreach (var same in names.GroupBy(name => name.Text, StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() > 1))
        {
            mistaken(same.Last().Line, $"Another model, in line {same.First().Line}, is called '{same.Key}' too. Give one of them a name of its own.");
        }
    }

    // opnai/gpt-5-mini
    private static string Provider(string address) =>
        address.Split('/', 2) is [var word, { Length: > 0 } model] && Nearest.To(word, Llm.Provider.All.Select(provider => provider.Name)) is { } nearest
            ? $" Or did you mean '{nearest}/{model}'?"
            : "";

    private static LocatedJson? TextOf(LocatedJson model, string key) => model[key] is { Kind: JsonValueKind.String } text ? text : null;

    [GeneratedRegex(@"\A[\p{L}\p{Nd}][\p{L}\p{Nd}._-]*\z")]
    private static partial Regex Typeable();
}
