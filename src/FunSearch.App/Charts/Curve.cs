using FunSearch.Comparing;

namespace FunSearch.App.Charts;

/// <summary>A line with its band.</summary>
/// <param name="Colour">As SVG writes it.</param>
/// <param name="Dashes">Of the line; null for one without gaps.</param>
internal sealed record Curve(string Name, Band Band, string Colour, string? Dashes)
{
    // Told apart by most colour-blind people too: Okabe and Ito, Color Universal Design (2008), without the yellow, which is too pale for lines.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
    private static readonly string?[] Patterns = [null, "7 3", "2 3"];

    /// <param name="number">From 0: each gets a look of its own, as far as they go.</param>
    public static Curve Of(string name, Band band, int number) =>
        new(name, band, Colours[number % Colours.Length], Patterns[number / Colours.Length % Patterns.Length]);
}
