using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ForecastTests
{
    private static readonly PriceQuote Known = new(new Price(2, 10), PriceOrigin.Configuration);
    private static readonly PriceQuote Unknown = new(Price: null, PriceOrigin.Unknown);
    private static readonly PriceQuote Local = new(new Price(0, 0), PriceOrigin.Local);

    // 900 tokens.
    private static readonly string Prompt = new('x', 3598);

    private static readonly ModelSettings Once = new() { MaxOutputTokens = 100, Repairs = 0 };

    [Fact]
    public void A_sample_takes_its_prompt_and_its_answer()
    {
        var forecast = Forecast.Of(Prompt, Once, Known, new Budget());

        Assert.Equal(new Forecast(900, 100, Tokens: 1000, Cost: 0.0028m, Limit: null, Samples: null), forecast);
    }

    [Fact]
    public void A_repair_says_again_what_was_said_before_it()
    {
        var forecast = Forecast.Of(Prompt, Once with { Repairs = 2 }, Known, new Budget());

        // In: 900 and two times 600, at the second repair; out: 100.
        Assert.Equal((2200, ((2100 * 2m) + (100 * 10m)) / 1_000_000), (forecast.Tokens, forecast.Cost));
    }

    [Theory]
    [InlineData(7, null, null, null, "Samples", 7)]
    [InlineData(7, 5, null, null, "Requests", 5)]
    [InlineData(null, 5, 4_999, null, "Tokens", 4)]
    [InlineData(null, 5, 5_001, 0.0085, "Cost", 3)]
    [InlineData(null, null, null, 0.0027, "Cost", 0)]
    public void The_limit_that_is_reached_first_is_told(int? samples, int? requests, int? tokens, double? cost, string limit, int bought)
    {
        var budget = new Budget { Samples = samples, Requests = requests, Tokens = tokens, Cost = (decimal?)cost };

        var forecast = Forecast.Of(Prompt, Once, Known, budget);

        Assert.Equal((limit, bought), ($"{forecast.Limit}", forecast.Samples));
    }

    [Fact]
    public void No_limit_of_cost_is_foreseen_without_a_price_or_where_nothing_is_paid()
    {
        var budget = new Budget { Cost = 5 };

        Assert.Null(Forecast.Of(Prompt, Once, Unknown, budget).Samples);
        Assert.Null(Forecast.Of(Prompt, Once, Local, budget).Samples);
        Assert.Null(Forecast.Of(Prompt, Once, Unknown, budget).Cost);
        Assert.Equal(0, Forecast.Of(Prompt, Once, Local, budget).Cost);
    }

    [Fact]
    public void It_is_told_in_sentences()
    {
        var budgets = new[]
        {
            (Known, new Budget { Cost = 5 }),
            (Known, new Budget { Samples = 1000, Time = TimeSpan.FromHours(1) }),
            (Known, new Budget { Tokens = 100 }),
            (Unknown, new Budget { Cost = 5, Time = TimeSpan.FromMinutes(10) }),
            (Local, new Budget { Requests = 200 }),
        };

        var told = budgets.Select(pair => string.Join('\n', ForecastText.Lines(Forecast.Of(Prompt, new ModelSettings(), pair.Item1, pair.Item2), pair.Item2)));

        Golden.Matches(string.Join("\n\n", told) + "\n", "sentences");
    }
}
