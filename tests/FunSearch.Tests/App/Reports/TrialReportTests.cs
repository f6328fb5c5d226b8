using FunSearch.App.Reports;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Trials;
using Spectre.Console;

namespace FunSearch.Tests.App.Reports;

public sealed class TrialReportTests
{
    private static readonly Trial[] Trials =
    [
        new(new ModelSettings { Address = "openai/gpt-6-luna", Name = "luna" })
        {
            Price = new PriceQuote(new Price(0.10m, 0.50m), PriceOrigin.Table, PriceTable.Shipped.Find("openai", "gpt-6-luna")),
            FirstWord = TimeSpan.FromMilliseconds(420),
            Whole = TimeSpan.FromSeconds(1.204),
            InputTokens = 31,
            OutputTokens = 64,
        },
        new(new ModelSettings { Address = "https://models.example.org/v1#some-quite-long-name-of-a-model" })
        {
            Price = new PriceQuote(Price: null, PriceOrigin.Unknown),
            Whole = TimeSpan.FromSeconds(12.5),
            InputTokens = 31,
            OutputTokens = 1_064,
            Remarks = ["It ignores the limit of tokens: it wrote 1,064 tokens where 64 tokens were allowed. An answer may cost more than maxOutputTokens lets expect."],
        },
    ];

    [Theory]
    [InlineData(80)]
    [InlineData(100_000)]
    public void A_narrow_screen_wraps_words_and_shortens_names_and_a_file_has_it_all(int width)
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;

        console.Write(new TrialReport(Trials, new DateOnly(2026, 11, 23)).Render(width));

        var text = string.Join('\n', $"{screen}".Split('\n').Select(line => line.TrimEnd()));
        Golden.Matches(text, $"{width}");
    }
}
