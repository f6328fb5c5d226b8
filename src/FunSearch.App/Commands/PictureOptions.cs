using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.App.Settings;

namespace FunSearch.App.Commands;

/// <summary>The options of <c>show</c> that draw: which input's solution, and into which file.</summary>
internal sealed class PictureOptions
{
    private readonly Option<string?> _file = new("--picture")
    {
        Description = "Draw the solution of one input as SVG, in place of telling about the program: the program is run again for it",
        HelpName = "FILE.svg",
    };

    private readonly Option<string?> _input = new("--input") { Description = "Draw this input's solution (default: the first training input's)", HelpName = "NAME" };

    private readonly Option<bool> _force = new("--force") { Description = "Replace a picture that is there already, but nothing in the problem's own folder" };

    /// <param name="lineage">The option that a picture does not go with.</param>
    public void AddTo(Command command, Option<bool> lineage)
    {
        command.Options.Add(_file);
        command.Options.Add(_input);
        command.Options.Add(_force);
        command.Validators.Add(result =>
        {
            var draws = IsAskedFor(result);
            if (!draws && (result.GetValue(_input) is not null || result.GetValue(_force)))
            {
                result.AddError("--input and --force say how to draw. Name the file of the picture too: --picture FILE.svg");
            }

            if (draws && result.GetValue(lineage))
            {
                result.AddError("--lineage tells and --picture draws. Give one of them.");
            }
        });
    }

    public bool IsAskedFor(CommandResult parsed) => parsed.GetValue(_file) is not null;

    /// <summary>Null when no picture is asked for.</summary>
    public PictureRequest? RequestOf(ParseResult parsed) => parsed.GetValue(_file) is { } file
        ? new PictureRequest(new NewFile(file, parsed.GetValue(_force)), parsed.GetValue(_input))
        : null;
}
