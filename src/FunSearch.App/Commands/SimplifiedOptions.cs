using System.CommandLine;
using System.CommandLine.Parsing;

namespace FunSearch.App.Commands;

/// <summary>The options of <c>show</c> and <c>export</c> that make the program shorter first.</summary>
internal sealed class SimplifiedOptions
{
    private readonly Option<double?> _loss = LossOption.Build();
    private readonly Option<bool> _simplified;

    /// <param name="fate">What becomes of the program then, as the beginning of a sentence: <c>Show</c>.</param>
    public SimplifiedOptions(string fate) => _simplified = new("--simplified")
    {
        Description = $"{fate} the shortest program with the same scores in its place, as `simplify` finds it: programs are run for it",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_simplified);
        command.Options.Add(_loss);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_loss) is not null && !result.GetValue(_simplified))
            {
                result.AddError("--loss is the price of a shorter program. Ask for one too: --simplified");
            }
        });
    }

    public bool IsAskedFor(CommandResult parsed) => parsed.GetValue(_simplified);

    /// <summary>Null when the program is to stay as it is.</summary>
    public double? LossOf(ParseResult parsed) => parsed.GetValue(_simplified) ? parsed.GetValue(_loss) ?? 0 : null;
}
