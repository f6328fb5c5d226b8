namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>Takes a key out of an answer that comes in pieces, also where it stands across two of them.</summary>
/// <param name="key">Null where there is none to take out.</param>
internal sealed class KeyFilter(ApiKey? key)
{
    private string _held = "";

    /// <summary>The next words that can be shown. An end that may be the beginning of the key is held back until it is known to be none.</summary>
    public string Pass(string piece)
    {
        if (key is null)
        {
            return piece;
        }

        var text = key.RemoveFrom(_held + piece);
        var held = Math.Min(text.Length, key.Value.Length - 1);
        while (held > 0 && !key.Value.StartsWith(text[^held..], StringComparison.Ordinal))
        {
            held--;
        }

        _held = text[^held..];
        return text[..^held];
    }

    /// <summary>What is held back at the end: a beginning of the key is not the key.</summary>
    public string Rest()
    {
        var rest = _held;
        _held = "";
        return rest;
    }
}
