using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Tests.Proposers.Llm.Prices;

public sealed class PriceTests
{
    private static readonly Price Own = new(3, 15);

    [Fact]
    public void Every_line_of_the_table_has_its_day_its_page_and_no_rival()
    {
        var table = PriceTable.Shipped;

        Assert.NotEmpty(table.Prices);
        Assert.All(table.Prices, price =>
        {
            Assert.True(price.Input > 0 && price.Output >= price.Input, price.Model);
            Assert.InRange(price.Read, new DateOnly(2026, 1, 1), table.Date);
            Assert.Equal("https", price.Source.Scheme);
            Assert.Equal(price, table.Find(price.Provider, price.Model));
        });
        Assert.Equal(table.Date, table.Prices.Max(price => price.Read));
    }

    [Theory]
    [InlineData("gpt-5-mini", "gpt-5-mini")]
    [InlineData("gpt-5-mini-2025-08-07", "gpt-5-mini")]
    [InlineData("GPT-5-Mini", "gpt-5-mini")]
    [InlineData("gpt-5-mini-pro", null)]
    [InlineData("gpt-5-mini-2025", null)]
    [InlineData("gpt-5-mini-20250807x", null)]
    [InlineData("gpt", null)]
    public void A_dated_version_costs_what_its_model_does_and_another_model_is_another(string model, string? listed) =>
        Assert.Equal(listed, PriceTable.Shipped.Find("openai", model)?.Model);

    [Fact]
    public void Versions_are_dated_in_several_ways_and_a_longer_name_is_no_version()
    {
        Assert.Equal("claude-haiku-4-5", PriceTable.Shipped.Find("anthropic", "claude-haiku-4-5-20251001")?.Model);
        Assert.Equal("claude-opus-5-5", PriceTable.Shipped.Find("anthropic", "claude-opus-5-5-latest")?.Model);
        Assert.Equal("claude-opus-5", PriceTable.Shipped.Find("anthropic", "claude-opus-5")?.Model);
        Assert.Null(PriceTable.Shipped.Find("openrouter", "gpt-5-mini"));
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", nameof(PriceOrigin.Table))]
    [InlineData("https://api.openai.com/v1#gpt-5-mini", nameof(PriceOrigin.Table))]
    [InlineData("openai/gpt-0", nameof(PriceOrigin.Unknown))]
    [InlineData("https://models.example.org/v1#gpt-5-mini", nameof(PriceOrigin.Unknown))]
    [InlineData("ollama/gpt-5-mini", nameof(PriceOrigin.Local))]
    [InlineData("http://127.0.0.1:8080/v1#qwen", nameof(PriceOrigin.Local))]
    public void Who_says_the_price_is_known(string address, string origin)
    {
        var quote = Quote(new ModelSettings { Address = address });

        Assert.Equal(origin, $"{quote.Origin}");
        Assert.Equal(origin == nameof(PriceOrigin.Unknown), quote.Price is null);
        Assert.Equal(origin == nameof(PriceOrigin.Table), quote.Listed is not null);
        Assert.Equal(new PriceQuote(Own, PriceOrigin.Configuration), Quote(new ModelSettings { Address = address, Price = Own }));
    }

    [Fact]
    public void A_cost_is_in_dollars_nothing_on_this_machine_and_never_guessed()
    {
        Assert.Equal(3.03m, Quote(new ModelSettings { Address = "openai/x", Price = Own }).CostOf(1_000_000, 2_000));
        Assert.Equal(0m, Quote(new ModelSettings { Address = "ollama/x" }).CostOf(1_000_000, 2_000));
        Assert.Null(Quote(new ModelSettings { Address = "openai/x" }).CostOf(1_000_000, 2_000));
    }

    private static PriceQuote Quote(ModelSettings settings)
    {
        var endpoint = ModelEndpoint.Parse(settings.Address);
        return PriceQuote.Of(settings, endpoint, endpoint.Model!);
    }
}
