using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Which programs a runner's process holds, and where: it does as it is told, so this side knows. One request at a time.</summary>
internal sealed class HeldSlots
{
    // The one used longest ago comes first.
    private readonly List<(LiftedProgram Program, byte Slot)> _held = [];

    /// <summary>A request to run a program with these values; its image goes along when the process does not hold it.</summary>
    public Run Request(LiftedProgram program, IReadOnlyList<double> values, string split)
    {
        var at = _held.FindIndex(held => held.Program == program);
        var slot = at >= 0 ? _held[at].Slot : _held.Count < Held.Slots ? (byte)_held.Count : _held[0].Slot;
        _held.RemoveAll(held => held.Slot == slot);
        _held.Add((program, slot));
        return new Run(at >= 0 ? [] : program.Image, Baseline: "", split, WithSolutions: false, new Held(slot, values));
    }
}
