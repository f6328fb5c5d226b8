namespace FunSearch.Proposers.Llm;

/// <summary>How a language model is asked.</summary>
internal sealed record ChatProposerOptions
{
    /// <summary>How freely it writes. Low values repeat the parents, high ones break the code.</summary>
    /// <value>Default 0.8.</value>
    public float Temperature { get; init; } = 0.8f;

    /// <summary>Tokens after which an answer is cut off.</summary>
    /// <value>Default 1024.</value>
    public int MaxOutputTokens { get; init; } = 1024;

    /// <summary>Wall time of one attempt at a request.</summary>
    /// <value>Default 5 min: a model on a processor writes a few tokens a second, and a local server answers one request after another.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Further attempts at a request that met a full or failing server, after a pause that doubles or that the server names.</summary>
    /// <value>Default 5: half a minute in all.</value>
    public int Retries { get; init; } = 5;

    /// <summary>Requests in a row that must fail, all their attempts spent, before the proposer gives up.</summary>
    /// <value>Default 8.</value>
    public int FailuresInARow { get; init; } = 8;

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations()
    {
        if (!(Temperature >= 0) || !float.IsFinite(Temperature))
        {
            yield return $"{nameof(Temperature)} is {Temperature}. It must be 0 or more, and finite.";
        }

        if (MaxOutputTokens < 1)
        {
            yield return $"{nameof(MaxOutputTokens)} is {MaxOutputTokens}. It must be at least 1: an answer needs room.";
        }

        if (RequestTimeout <= TimeSpan.Zero)
        {
            yield return $"{nameof(RequestTimeout)} is {RequestTimeout}. It must be above 0: an answer needs time.";
        }

        if (Retries < 0)
        {
            yield return $"{nameof(Retries)} is {Retries}. It must be 0 or more.";
        }

        if (FailuresInARow < 1)
        {
            yield return $"{nameof(FailuresInARow)} is {FailuresInARow}. It must be at least 1.";
        }
    }
}
