using System.Diagnostics;
using System.Reflection;

namespace FunSearch.Worker.Running;

/// <summary>Calls into the user's code.</summary>
internal static class Calls
{
    /// <summary>Calls a static method; its exception arrives as it was thrown.</summary>
    public static object? Call(this MethodInfo method, params object?[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    /// <summary>The type and the message, for the middle of a sentence.</summary>
    public static string Describe(this Exception exception)
    {
        // The library wraps what a comparer, a getter or a static constructor throws: the reason is inside.
        var reason = exception;
        while (reason is InvalidOperationException or TypeInitializationException or TargetInvocationException && reason.InnerException is { } inner)
        {
            reason = inner;
        }

        if (exception.WantsThread())
        {
            return "it asked for a thread, and gets none: a program runs on one, and so do the methods that call it or judge it";
        }

        return reason is FileNotFoundException { FileName: { } assembly } && assembly.Contains(", Version=", StringComparison.Ordinal)
            ? $"{reason.GetType().Name}: the assembly '{assembly.Split(',')[0]}' is missing. Let the project file beside the specification bring it along."
            : $"{reason.GetType().Name}: {reason.Message}";
    }

    /// <summary>True when memory is what it lacked.</summary>
    public static bool IsOutOfMemory(this Exception exception) => exception.Is<OutOfMemoryException>() && !exception.WantsThread();

    /// <summary>True when the exception or one that it wraps is a <typeparamref name="T"/>.</summary>
    public static bool Is<T>(this Exception exception)
        where T : Exception
    {
        for (var reason = exception; reason is not null; reason = reason.InnerException)
        {
            if (reason is T)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A thread that cannot be started is told by .NET as a lack of memory.</summary>
    private static bool WantsThread(this Exception exception)
    {
        for (var reason = exception; reason is not null; reason = reason.InnerException)
        {
            if (reason is OutOfMemoryException && new StackTrace(reason).GetFrames().Any(frame => frame.GetMethod()?.DeclaringType == typeof(Thread)))
            {
                return true;
            }
        }

        return false;
    }
}
