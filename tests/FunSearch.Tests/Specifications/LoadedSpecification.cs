using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications;

/// <summary>A specification's assembly, loaded and called as a runner does it.</summary>
internal sealed class LoadedSpecification
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _class;

    public LoadedSpecification(Specification specification)
    {
        var context = new AssemblyLoadContext("specification", isCollectible: true);
        _class = context.LoadFromStream(new MemoryStream(specification.Assembly)).GetType(specification.ClassName, throwOnError: true)!;
    }

    /// <summary>Lets a method of the specification itself, for instance a baseline, be the evolved function.</summary>
    public void Evolve(string method) => Evolve(_class.GetMethod(method, Static)!);

    public void Evolve(MethodInfo method)
    {
        var field = _class.GetField(Specification.EvolvedField, Static)!;
        field.SetValue(null, method.CreateDelegate(field.FieldType));
        _class.GetMethods(Static).FirstOrDefault(each => each.IsDefined(typeof(BeginAttribute)))?.Invoke(null, []);
    }

    /// <summary>Makes a value of one of its nested types.</summary>
    public object New(string type, params object[] arguments) => Activator.CreateInstance(_class.GetNestedType(type)!, arguments)!;

    /// <summary>The list that a figure takes.</summary>
    public static IList Pairs(IReadOnlyList<(object Input, object Solution)> pairs)
    {
        var pair = typeof(ValueTuple<,>).MakeGenericType(pairs[0].Input.GetType(), pairs[0].Solution.GetType());
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(pair))!;
        foreach (var (input, solution) in pairs)
        {
            list.Add(Activator.CreateInstance(pair, input, solution));
        }

        return list;
    }

    public object? Call(string method, params object?[] arguments)
    {
        try
        {
            return _class.GetMethod(method, Static)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            throw exception.InnerException;
        }
    }
}
