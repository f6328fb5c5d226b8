using System.Reflection;

namespace FunSearch.Worker.Running;

/// <summary>A specification's class with its marked methods, found by their markers.</summary>
internal sealed class LoadedSpecification
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The field that holds the delegate of the function now being run.</summary>
    private const string EvolvedField = "__Evolved";

    private readonly MethodInfo[] _methods;
    private readonly FieldInfo? _evolved;

    /// <exception cref="SetupException">The assembly does not hold what the class must have.</exception>
    public LoadedSpecification(byte[] image, IReadOnlyList<string> references, string className)
    {
        Assembly = new SpecificationContext(references).LoadFromStream(new MemoryStream(image, writable: false));
        var type = Assembly.GetType(className) ?? throw new SetupException($"The specification has no class {className}.");
        _methods = type.GetMethods(Members);
        _evolved = type.GetField(EvolvedField, Members);
        Run = Find<RunAttribute>() ?? throw new SetupException($"{className} has no method marked [Run].");
        Evolved = Find<EvolveAttribute>() ?? throw new SetupException($"{className} has no method marked [Evolve].");
        Begin = Find<BeginAttribute>();
        Score = Find<ScoreAttribute>();
        Verify = Find<VerifyAttribute>();
        Picture = Find<PictureAttribute>();
        Data = Find<DataAttribute>();
        Inputs = FindAll<InputsAttribute>();
        Baselines = FindAll<BaselineAttribute>();
        Figures = FindAll<FigureAttribute>();
    }

    public Assembly Assembly { get; }

    public MethodInfo Run { get; }

    public MethodInfo Evolved { get; }

    public MethodInfo? Begin { get; }

    public MethodInfo? Score { get; }

    public MethodInfo? Verify { get; }

    public MethodInfo? Picture { get; }

    public MethodInfo? Data { get; }

    public IReadOnlyList<(InputsAttribute Marker, MethodInfo Method)> Inputs { get; }

    public IReadOnlyList<(BaselineAttribute Marker, MethodInfo Method)> Baselines { get; }

    public IReadOnlyList<(FigureAttribute Marker, MethodInfo Method)> Figures { get; }

    /// <summary>True when the evolved function is compiled into it, and no other can take its place.</summary>
    public bool IsCompiledAhead => _evolved is null;

    /// <summary>The type of a solution; a number where <c>[Run]</c> returns the score itself.</summary>
    public Type SolutionType => Run.ReturnType;

    /// <summary>Lets the evolved function be this one, until <see cref="Forget"/>.</summary>
    /// <exception cref="InvalidOperationException">It is compiled ahead.</exception>
    public void Evolve(LoadedFunction function)
    {
        var field = _evolved ?? throw new InvalidOperationException("The specification's own function is compiled into it: no other can take its place.");
        field.SetValue(null, function.Instance is { } instance
            ? function.Method.CreateDelegate(field.FieldType, instance)
            : function.Method.CreateDelegate(field.FieldType));
    }

    /// <summary>Lets go of the function, so that its assembly can be unloaded.</summary>
    public void Forget() => _evolved?.SetValue(null, null);

    /// <summary>What <c>[Score]</c> says of a solution, or the solution itself where there is none.</summary>
    public double ScoreOf(object input, object? solution) => Convert.ToDouble(Score is null ? solution : Score.Call(input, solution));

    private MethodInfo? Find<T>()
        where T : Attribute =>
        _methods.FirstOrDefault(method => method.IsDefined(typeof(T)));

    private (T Marker, MethodInfo Method)[] FindAll<T>()
        where T : Attribute =>
        [.. _methods.Where(method => method.IsDefined(typeof(T))).Select(method => (method.GetCustomAttribute<T>()!, method))];
}
