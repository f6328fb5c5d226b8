using System.Reflection;
using FunSearch.Worker.Compiling;

namespace FunSearch.Worker.Running;

/// <summary>A program that takes its literals as values, loaded until it is let go of.</summary>
internal sealed class HeldProgram
{
    private readonly CandidateContext _context;
    private readonly LoadedFunction _function;
    private readonly FieldInfo[] _fields;

    /// <exception cref="BadImageFormatException">The image is none.</exception>
    public HeldProgram(CandidateContext context, byte[] image, string name)
    {
        _context = context;
        _function = context.LoadFunction(image, name);

        // By name: in which order reflection finds them, nobody promises.
        _fields = [.. (_function.Instance?.GetType().GetFields() ?? []).OrderBy(field => int.Parse(field.Name.AsSpan(LiteralLifter.FieldPrefix.Length)))];
    }

    /// <summary>The function with these in the place of its literals.</summary>
    /// <exception cref="ArgumentException">They are too many or too few, or no numbers that such a literal can be.</exception>
    public LoadedFunction With(IReadOnlyList<double> values)
    {
        if (values.Count != _fields.Length || !values.All(double.IsFinite))
        {
            throw new ArgumentException($"{values.Count} values were given for {_fields.Length} literals, or they are not finite.", nameof(values));
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            var (field, value) = (_fields[i], values[i]);
            field.SetValue(_function.Instance, field.FieldType == typeof(int) ? (object)Whole(value) : value);
        }

        return _function;
    }

    public void Unload() => _context.Unload();

    private static int Whole(double value) =>
        value == (int)value ? (int)value : throw new ArgumentException($"{value} was given for a literal that is a whole number.", nameof(value));
}
