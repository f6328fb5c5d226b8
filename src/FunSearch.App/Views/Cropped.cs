using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>Shows as many lines as there is room for, and a last line below them.</summary>
/// <param name="height">Lines for the content.</param>
internal sealed class Cropped(IRenderable content, int height, IRenderable below) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(content.Render(options, maxWidth), maxWidth);
        foreach (var line in lines.Take(Math.Max(1, height)))
        {
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }

        foreach (var segment in below.Render(options, maxWidth))
        {
            yield return segment;
        }
    }
}
