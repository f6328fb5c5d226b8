using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Proposers.Llm;

namespace FunSearch.App.Views;

/// <summary>What a budget buys of a model, in sentences.</summary>
internal static class ForecastText
{
    /// <param name="budget">The one that the forecast was made for.</param>
    public static IEnumerable<string> Lines(Forecast forecast, Budget budget)
    {
        yield return $"A prompt has about {forecast.PromptTokens:N0} tokens (an estimate), an answer at most {forecast.AnswerTokens:N0}; "
            + $"a sample, which is one request, takes at most {forecast.Tokens:N0} tokens in and out{(forecast.Tokens > forecast.PromptTokens + forecast.AnswerTokens ? ", as when an answer goes back with what is wrong with it" : "")}.";
        yield return forecast.Cost switch
        {
            null => $"Its price is unknown: no cost can be told{(budget.Cost is null ? "" : ", and no limit of cost holds")}. Give the price in the configuration.",
            0 => "It costs nothing.",
            { } cost => $"A sample costs at most {Words.Dollars(cost)}, a thousand at most {Words.Dollars(1000 * cost)}.",
        };
        if (forecast is { Limit: { } limit, Samples: { } samples })
        {
            yield return limit == StopReason.Samples
                ? $"The budget buys {Words.Count(samples, "sample")}{(budget.Time is null ? "" : ", if the time suffices")}."
                : $"{Of(limit, budget)} {(samples == 0 ? "may not buy a single sample" : $"buy {(limit == StopReason.Requests ? "" : "about ")}{Words.Count(samples, "sample")}{(limit == StopReason.Requests ? "" : " or more")}")}{(budget.Time is null ? "" : ", if the time suffices")}.";
        }
        else if (budget.Time is { } time)
        {
            yield return $"How many samples {Durations.Text(time)} buy depends on how fast it answers: `{CommandName.Typed} models` tells.";
        }
    }

    private static string Of(StopReason limit, Budget budget) => limit switch
    {
        StopReason.Requests => Words.Count(budget.Requests ?? 0, "request"),
        StopReason.Tokens => Words.Count(budget.Tokens ?? 0, "token"),
        _ => Words.Dollars(budget.Cost ?? 0),
    };
}
