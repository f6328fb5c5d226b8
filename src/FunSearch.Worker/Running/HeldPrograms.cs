using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>The programs that this process keeps, each in its slot until another takes its place.</summary>
internal sealed class HeldPrograms(LoadedSpecification specification)
{
    private readonly HeldProgram?[] _slots = new HeldProgram?[Held.Slots];

    /// <param name="image">Takes the slot first; empty for what is there.</param>
    /// <exception cref="ArgumentException">There is nothing in the slot, or the values are not for it.</exception>
    public LoadedFunction Take(Held held, byte[] image)
    {
        if (held.Slot >= _slots.Length)
        {
            throw new ArgumentException($"There is no slot {held.Slot}.", nameof(held));
        }

        if (image.Length > 0)
        {
            _slots[held.Slot]?.Unload();
            _slots[held.Slot] = null;
            _slots[held.Slot] = new HeldProgram(new CandidateContext(specification.Assembly), image, specification.Evolved.Name);
        }

        return _slots[held.Slot]?.With(held.Values) ?? throw new ArgumentException($"Slot {held.Slot} holds no program.", nameof(held));
    }
}
