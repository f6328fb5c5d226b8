using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What a candidate may use, a line each.</summary>
internal sealed record AllowedReport(IReadOnlyList<string> Allowed)
{
    public IRenderable Render() => new Rows(Allowed.Select(line => new Text(line)));
}
