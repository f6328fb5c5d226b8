using FunSearch.Programs;

namespace FunSearch.Evaluation;

/// <summary>
/// Bodies that were met, by their forms. The second time that a form is met, a program is compiled that takes its literals as values;
/// then it is known, and no body of that form is compiled again. Thread-safe.
/// </summary>
/// <param name="lift">Compiles such a program; null where there can be none.</param>
internal sealed class LiftedPrograms(Func<Body, LiteralForm, Task<LiftedProgram?>> lift)
{
    /// <summary>A form and its image take some kilobytes.</summary>
    private const int Capacity = 256;

    private readonly Lock _meeting = new();

    // The one met longest ago comes first. Null for what was met once.
    private readonly OrderedDictionary<string, Task<LiftedProgram?>?> _met = [];

    /// <returns>A program with the values that make it this body; null when the body is to be compiled itself.</returns>
    public async Task<(LiftedProgram Program, double[] Values)?> FindAsync(Body body, CancellationToken cancellationToken)
    {
        if (LiteralForm.Of(body) is not { } form || await MeetAsync(form.Key).ConfigureAwait(false) is not { } program)
        {
            return null;
        }

        if (program.ValuesOf(form) is { } values)
        {
            return (program, values);
        }

        return await MeetAsync(form.KeyWith(program.Fixed)).ConfigureAwait(false) is { } other && other.ValuesOf(form) is { } others ? (other, others) : null;

        async Task<LiftedProgram?> MeetAsync(string key) =>
            Meet(key, body, form) is { } lifting ? await lifting.WaitAsync(cancellationToken).ConfigureAwait(false) : null;
    }

    private Task<LiftedProgram?>? Meet(string key, Body body, LiteralForm form)
    {
        lock (_meeting)
        {
            var lifting = _met.Remove(key, out var known) ? known ?? lift(body, form) : null;
            _met.Add(key, lifting);
            if (_met.Count > Capacity)
            {
                _met.RemoveAt(0);
            }

            return lifting;
        }
    }
}
