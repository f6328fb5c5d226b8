using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Trials;

/// <summary>Asks a model once, the way that a search would, and looks at what its server makes of it.</summary>
internal sealed class TrialCall(TimeProvider time)
{
    /// <summary>Tokens that the answer may have: few, and fewer than the question asks for, so that a server which does not count them is found out.</summary>
    public const int MostTokens = 64;

    private const string Question = "Write the whole numbers from 1 to 200 with blanks between them, and nothing else.";

    /// <summary>Asks all of them side by side; those of one server on this machine, which shares its processor, in turn.</summary>
    /// <returns>In the order of the models.</returns>
    public async Task<IReadOnlyList<Trial>> OfAllAsync(IReadOnlyList<ModelSettings> models, CancellationToken cancellationToken)
    {
        var trials = new Trial[models.Count];
        await Task.WhenAll(models.Select((model, index) => (model, index)).GroupBy(each => ServerOf(each.model, each.index)).Select(async server =>
        {
            foreach (var (model, index) in server)
            {
                trials[index] = await OfAsync(model, cancellationToken).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        return trials;
    }

    /// <summary>A model that cannot be asked, or does not answer, is a trial with its failure.</summary>
    public async Task<Trial> OfAsync(ModelSettings settings, CancellationToken cancellationToken)
    {
        var trial = new Trial(settings);
        try
        {
            var endpoint = ModelEndpoint.Parse(settings.Address);
            trial = endpoint.Model is { } named ? trial with { Price = PriceQuote.Of(settings, endpoint, named) } : trial;
            var key = ModelKeys.For(settings, endpoint);

            // Without further attempts: who waits here wants to hear what is wrong.
            var (client, model) = await endpoint.ConnectAsync(key, settings with { Retries = 0 }, cancellationToken).ConfigureAwait(false);
            using (client)
            {
                trial = trial with { Price = PriceQuote.Of(settings, endpoint, model) };
                var answer = await AskAsync(client, settings, cancellationToken).ConfigureAwait(false);
                return new TrialJudgement(settings, endpoint, model, key).Of(trial, answer);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // A client may tell of it as of a failure among others.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (exception is RequestException or ProposerException)
        {
            return trial with { Failure = TrialJudgement.WithMend(exception.Message) };
        }
    }

    private async Task<TrialAnswer> AskAsync(IChatClient client, ModelSettings settings, CancellationToken cancellationToken)
    {
        var most = Math.Min(MostTokens, settings.MaxOutputTokens);
        try
        {
            return await AskAsync(client, settings, most, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestException refused) when (TrialJudgement.IsTooFew(refused.Message) && most < settings.MaxOutputTokens)
        {
            // OpenAI's reasoning models refuse a request in hindsight when their thoughts did not fit.
            return await AskAsync(client, settings, settings.MaxOutputTokens, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TrialAnswer> AskAsync(IChatClient client, ModelSettings settings, int most, CancellationToken cancellationToken)
    {
        // A search sends a seed too, and a server may refuse it.
        var options = new ChatOptions { MaxOutputTokens = most, Seed = 1 };
        var question = new ChatMessage(ChatRole.User, Question);
        var started = time.GetTimestamp();
        if (!settings.Stream)
        {
            var response = await client.GetResponseAsync([question], options, cancellationToken).ConfigureAwait(false);
            return new TrialAnswer(response, Pieces: 1, most, FirstWord: null, time.GetElapsedTime(started));
        }

        var updates = new List<ChatResponseUpdate>();
        TimeSpan? firstWord = null;
        await foreach (var update in client.GetStreamingResponseAsync([question], options, cancellationToken).ConfigureAwait(false))
        {
            firstWord ??= update.Text.Length > 0 ? time.GetElapsedTime(started) : null;
            updates.Add(update);
        }

        return new TrialAnswer(updates.ToChatResponse(), updates.Count(update => update.Text.Length > 0), most, firstWord, time.GetElapsedTime(started));
    }

    private static string ServerOf(ModelSettings model, int index) =>
        Uri.TryCreate(model.Address, UriKind.Absolute, out var uri) && uri.IsLoopback ? uri.Authority : $"{index}";
}

/// <param name="Pieces">In which its words came.</param>
/// <param name="MostTokens">That it was allowed.</param>
internal sealed record TrialAnswer(ChatResponse Response, int Pieces, int MostTokens, TimeSpan? FirstWord, TimeSpan Whole);
