using System.Reflection;

namespace FunSearch.Worker.Running;

/// <summary>A function that can be the evolved one.</summary>
/// <param name="Instance">What it is called on; null for a static one.</param>
internal readonly record struct LoadedFunction(MethodInfo Method, object? Instance = null);
