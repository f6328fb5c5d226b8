using System.Globalization;
using System.Text.Json;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>Holds a configuration against the keys that there are: unknown and missing ones, wrong kinds, numbers out of range.</summary>
/// <param name="mistaken">Takes a mistake: its line and its sentence.</param>
internal sealed class ShapeCheck(Action<int, string> mistaken)
{
    /// <summary>Fields of a request that are not the configuration's to set, and what to do instead.</summary>
    private static readonly Dictionary<string, string> OwnFields = new()
    {
        ["model"] = "it is the end of the address",
        ["messages"] = "the search writes it",
        ["prompt"] = "the search writes it",
        ["n"] = "a request has one answer",
        ["stream"] = "use the key stream beside body",
        ["temperature"] = "use the key temperature beside body",
        ["top_p"] = "use the key topP beside body",
        ["max_tokens"] = "use the key maxOutputTokens beside body",
        ["max_completion_tokens"] = "use the key maxOutputTokens beside body",
    };

    /// <param name="thing">What the object is called: <c>a model</c>.</param>
    public void Object(LocatedJson json, SettingsObject expected, string thing)
    {
        if (json.Kind != JsonValueKind.Object)
        {
            mistaken(json.Line, $"Where {thing} is described stands {Called(json)}. It must be an object: {{ … }}.");
            return;
        }

        foreach (var member in WithoutRepeated(json))
        {
            if (expected.Find(member.Name) is { } key)
            {
                Value(member, key);
            }
            else
            {
                mistaken(member.Line, Unknown(member.Name, expected, thing));
            }
        }

        foreach (var key in expected.Keys.Where(key => key.Key.IsRequired && json[key.Name] is null))
        {
            mistaken(json.Line, $"The key '{key.Name}' is missing in {thing}. {key.Key.Meaning}");
        }
    }

    private static string Unknown(string name, SettingsObject expected, string thing)
    {
        if (Secrets.IsName(name))
        {
            return $"There is no key '{name}' in {thing}. {Secrets.Mend}";
        }

        var names = expected.Keys.Select(key => key.Name).ToList();
        var mend = Nearest.To(name, names) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", names)}.";
        return $"There is no key '{name}' in {thing}. {mend}";
    }

    private IEnumerable<LocatedMember> WithoutRepeated(LocatedJson json)
    {
        foreach (var named in json.Members.GroupBy(member => member.Name))
        {
            if (named.Count() > 1)
            {
                mistaken(named.Last().Line, $"The key '{named.Key}' stands here a second time, after line {named.First().Line}. Keep one of them.");
            }

            yield return named.First();
        }
    }

    private void Value(LocatedMember member, SettingsKey key)
    {
        var json = member.Value;
        if (json.Kind == JsonValueKind.Null)
        {
            if (!key.TakesNull)
            {
                mistaken(json.Line, $"{key.Name} is null. It must be {Kinds.Of(key)}; without the key it is {Kinds.Default(key)}.");
            }
        }
        else if (!Kinds.Fits(json, key))
        {
            mistaken(json.Line, $"{key.Name} is {Called(json)}. It must be {Kinds.Of(key)}.");
        }
        else if (key.IsFree)
        {
            Fields(json);
        }
        else if (key.IsList)
        {
            List(json, key);
        }
        else if (key.Object is { } expected)
        {
            Object(json, expected, key.Key.Thing);
        }
        else if (key.IsNumber)
        {
            Number(json, key);
        }
        else if (json.Kind == JsonValueKind.String)
        {
            Word(json, key);
        }
    }

    private void List(LocatedJson json, SettingsKey key)
    {
        foreach (var item in json.Items)
        {
            if (key.Object is { } expected)
            {
                Object(item, expected, key.Key.Thing);
            }
            else if (item.Kind == JsonValueKind.String)
            {
                Word(item, key);
            }
            else
            {
                mistaken(item.Line, $"{key.Name} holds {Called(item)}. It must hold words: {string.Join(", ", key.Words!)}.");
            }
        }

        if (key.Words is not null && json.Items.Count == 0)
        {
            mistaken(json.Line, $"{key.Name} is empty. It must hold one word at least: {string.Join(", ", key.Words)}.");
        }

        foreach (var word in json.Items.Where(item => item.Kind == JsonValueKind.String).GroupBy(item => item.Text).Where(word => word.Count() > 1))
        {
            mistaken(word.Last().Line, $"{key.Name} holds '{word.Key}' twice. Keep one of them.");
        }
    }

    private void Number(LocatedJson json, SettingsKey key)
    {
        var number = double.Parse(json.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (key.Key.Violation(key.Name, number, json.Text) is { } violation)
        {
            mistaken(json.Line, violation);
        }
        else if (key.IsWhole && !int.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            mistaken(json.Line, $"{key.Name} is {json.Text}. It must be a whole number up to {int.MaxValue}.");
        }
    }

    private void Word(LocatedJson json, SettingsKey key)
    {
        if (key.Words is { } words && !words.Contains(json.Text))
        {
            var mend = Nearest.To(json.Text, words) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            mistaken(json.Line, $"{key.Name} has no '{json.Text}'. There are {string.Join(", ", words)}.{mend}");
        }
        else if (string.IsNullOrWhiteSpace(json.Text))
        {
            mistaken(json.Line, $"{key.Name} is empty. {key.Key.Meaning}");
        }
    }

    private void Fields(LocatedJson json)
    {
        foreach (var member in WithoutRepeated(json))
        {
            if (Secrets.IsName(member.Name))
            {
                mistaken(member.Line, $"The body holds '{member.Name}'. {Secrets.Mend}");
            }
            else if (OwnFields.TryGetValue(member.Name, out var mend))
            {
                mistaken(member.Line, $"The body holds '{member.Name}', which is not for it to set: {mend}.");
            }
            else
            {
                Deeper(member.Value);
            }
        }
    }

    /// <summary>Below the fields of a request only a key is looked for: a text, or a list of them. The schema of an answer may well describe a token.</summary>
    private void Deeper(LocatedJson json)
    {
        foreach (var member in json.Members)
        {
            if (member.Value.Kind is JsonValueKind.String or JsonValueKind.Array && Secrets.IsName(member.Name))
            {
                mistaken(member.Line, $"The body holds '{member.Name}'. {Secrets.Mend}");
            }
            else
            {
                Deeper(member.Value);
            }
        }

        foreach (var item in json.Items)
        {
            Deeper(item);
        }
    }

    // Never what it says: it may be a key in a wrong place.
    private static string Called(LocatedJson json) => json.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
