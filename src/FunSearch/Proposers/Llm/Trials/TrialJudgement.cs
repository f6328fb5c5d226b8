using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Trials;

/// <summary>Says what an answer tells of its server.</summary>
/// <param name="model">The one that was asked for.</param>
internal sealed class TrialJudgement(ModelSettings settings, ModelEndpoint endpoint, string model, ApiKey? key)
{
    // Of the numbers from 1 to 200 a token holds three digits and a blank at most.
    private const int MostCharactersOfAToken = 4;

    // Shorter ones may well come at once.
    private const int ShortestInPieces = 20;

    private const int RoomToThink = 4096;

    public Trial Of(Trial trial, TrialAnswer answer)
    {
        var usage = answer.Response.Usage;
        var isCounted = usage is { InputTokenCount: > 0, OutputTokenCount: not null };
        return trial with
        {
            FirstWord = answer.FirstWord,
            Whole = answer.Whole,
            InputTokens = isCounted ? usage!.InputTokenCount : null,
            OutputTokens = isCounted ? usage!.OutputTokenCount : null,
            Failure = Failure(answer),
            Remarks = [.. Remarks(answer, isCounted ? usage!.OutputTokenCount : null)],
        };
    }

    /// <summary>A refusal, and what to change in the configuration where that is known.</summary>
    public static string WithMend(string refusal) =>
        refusal.Contains("temperature", StringComparison.OrdinalIgnoreCase) ? $"{refusal} Does it take no temperature? Set \"temperature\": null for it in the configuration."
        : refusal.Contains("top_p", StringComparison.OrdinalIgnoreCase) ? $"{refusal} Does it take no top_p? Leave topP out for it in the configuration."
        : refusal;

    /// <summary>True for a refusal that means: the answer did not fit into the tokens that it was allowed.</summary>
    public static bool IsTooFew(string refusal) =>
        refusal.Contains("max_tokens", StringComparison.Ordinal) || refusal.Contains("max_completion_tokens", StringComparison.Ordinal)
        || refusal.Contains("output limit", StringComparison.Ordinal);

    private string? Failure(TrialAnswer answer) =>
        answer.Response.Text.Trim().Length > 0 || IsCut(answer) ? null
        : settings.Stream ? $"{endpoint.Address} answers with nothing when its answer is to be streamed. Set \"stream\": false for it in the configuration."
        : $"{endpoint.Address} answers with an empty text. Look at that server's log.";

    private IEnumerable<string> Remarks(TrialAnswer answer, long? tokens)
    {
        var text = answer.Response.Text;
        if (text.Trim().Length == 0 && IsCut(answer))
        {
            yield return $"It thought for all of its {answer.MostTokens} tokens and wrote nothing. "
                + $"{(settings.MaxOutputTokens < RoomToThink ? $"maxOutputTokens is {settings.MaxOutputTokens}: give it several thousand." : $"maxOutputTokens gives it {settings.MaxOutputTokens}.")}";
        }

        if (tokens > answer.MostTokens || (tokens is null && text.Length > MostCharactersOfAToken * answer.MostTokens))
        {
            yield return $"It ignores the limit of tokens: it wrote {(tokens is null ? $"{text.Length:N0} characters" : $"{tokens:N0} tokens")} where {answer.MostTokens} tokens were allowed. "
                + "An answer may cost more than maxOutputTokens lets expect.";
        }

        if (settings.Stream && answer.Pieces == 1 && text.Length >= ShortestInPieces)
        {
            yield return "It ignores streaming: the whole answer came at once, and cannot be ended early.";
        }

        if (tokens is null)
        {
            yield return "It does not tell how many tokens it took: they are estimated, and budgets of tokens and cost rest on that.";
        }

        if (answer.Response.ModelId is { Length: > 0 } answering && !IsAskedFor(answering))
        {
            yield return $"It was asked for '{model}' and answers as '{key?.RemoveFrom(answering) ?? answering}'. Check that this is the model that you mean, and its price.";
        }
    }

    // gpt-5-mini answers as gpt-5-mini-2025-08-07, a path as its last part, and the other way round.
    private bool IsAskedFor(string answering) =>
        PriceTable.IsVersionOf(answering, model) || PriceTable.IsVersionOf(model, answering)
        || answering.EndsWith($"/{model}", StringComparison.OrdinalIgnoreCase) || model.EndsWith($"/{answering}", StringComparison.OrdinalIgnoreCase);

    private static bool IsCut(TrialAnswer answer) => answer.Response.FinishReason == ChatFinishReason.Length;
}
