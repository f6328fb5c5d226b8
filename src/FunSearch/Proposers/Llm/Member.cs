using System.Threading.RateLimiting;
using FunSearch.Accounts;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>One of the models that a search asks.</summary>
/// <param name="name">What reports and the journal call it.</param>
/// <param name="connection">Disposed of with the member.</param>
internal sealed class Member(string name, ModelSettings settings, ModelConnection connection, PriceQuote price, TimeProvider time) : IDisposable
{
    private readonly SlidingWindowRateLimiter? _rate = settings.RequestsPerMinute is { } limit
        ? new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 60,
            QueueLimit = int.MaxValue,
        })
        : null;

    public string Name => name;

    public ModelSettings Settings => settings;

    public bool IsCompletion => connection.IsCompletion;

    public PriceQuote Price => price;

    public ModelHealth Health { get; } = new(settings.FailuresInARow, time);

    /// <summary>How often an answer may go back to it; a text that is to be continued has no dialogue.</summary>
    public int Repairs => IsCompletion ? 0 : settings.Repairs;

    /// <summary>One request, and what is left of its answer. What fails is a proposal without code: only its owner is told why.</summary>
    /// <param name="dialogue">All that has been said, this request last.</param>
    /// <param name="version">The version that is to be written.</param>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public async Task<(Proposal Proposal, RequestException? Failure)> AskAsync(
        IReadOnlyList<ChatMessage> dialogue, string intent, EvolvedFunction function, int version, int seed, CancellationToken cancellationToken)
    {
        using var permit = _rate is null ? null : await _rate.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        var heard = await Listener.AskAsync(
            connection.Client, dialogue, new ChatOptions { Seed = seed }, settings.Stream, answer => AnswerReader.HoldsTheMethod(answer, function, version), cancellationToken)
            .ConfigureAwait(false);
        var reading = heard.Failure is null ? AnswerReader.Read(heard.Text, function, version) : Reading.Nothing(heard.Failure.Message);
        var proposal = new Proposal(reading.Body, name)
        {
            NoCode = heard.RanOut && reading.NoCode is { } why ? $"{why} It was cut off at the limit of {settings.MaxOutputTokens:N0} tokens: maxOutputTokens may be too small." : reading.NoCode,
            Exchange = new Exchange(name, dialogue[^1].Text, heard.Text, heard.InputTokens, heard.OutputTokens)
            {
                IsEstimated = heard.IsEstimated,
                Cost = price.CostOf(heard.InputTokens, heard.OutputTokens),
                Turn = (dialogue.Count - 1) / 2,
                Intent = intent,
                Elapsed = heard.Elapsed,
            },
        };
        return (proposal, heard.Failure);
    }

    /// <summary>The most that one request may take.</summary>
    /// <param name="promptTokens">Of the longest prompt, rather too many than too few.</param>
    public Spending Most(long promptTokens)
    {
        var input = IsCompletion ? promptTokens : Forecast.InputOf(promptTokens, settings);
        return new Spending(1, input + settings.MaxOutputTokens, price.CostOf(input, settings.MaxOutputTokens) ?? 0);
    }

    public void Dispose()
    {
        _rate?.Dispose();
        connection.Client.Dispose();
    }
}
