using System.CommandLine;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>--without PART,PART</c>: parts of the search that are left out, to see what each of them brings.</summary>
internal sealed class PartsOption
{
    /// <summary>What can be left out. Another part is another line.</summary>
    private static readonly (string Name, Func<SearchRequest, SearchRequest> LeaveOut)[] Parts =
    [
        ("cut-short", request => request with { CutShort = false }),
        ("tuning", request => request with { Tuning = null }),
        ("templates", request => request with { Proposer = request.Proposer.WithoutTemplates }),
        ("restarts", request => request with { Islands = request.Islands with { Patience = int.MaxValue, FreshStarts = 0 } }),
    ];

    private readonly Option<IReadOnlyList<string>> _parts = new("--without")
    {
        Description = $"Leave parts of the search out, with commas between them, to see what each brings: {Known}",
        HelpName = "PART",
        CustomParser = result =>
        {
            var parts = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
            if (parts.FirstOrDefault(part => Parts.All(known => known.Name != part)) is { } unknown)
            {
                var nearest = Nearest.To(unknown, Parts.Select(part => part.Name));
                result.AddError($"--without is '{unknown}'. It must be one of these, or several with commas between them: {Known}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
            }

            return parts;
        },
    };

    private static string Known => string.Join(", ", Parts.Select(part => part.Name));

    public void AddTo(Command command) => command.Options.Add(_parts);

    /// <summary>The request without what is left out.</summary>
    public SearchRequest Apply(ParseResult parsed, SearchRequest request) =>
        Parts.Where(part => parsed.GetValue(_parts)?.Contains(part.Name) ?? false).Aggregate(request, (left, part) => part.LeaveOut(left));
}
