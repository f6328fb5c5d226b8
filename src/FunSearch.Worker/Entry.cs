using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker;

/// <summary>One executable, two roles. The roles are methods of their own, so that a runner never loads Roslyn.</summary>
internal static class Entry
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["compiler"]:
                CompilerRole.Run(ParentLine.Take());
                return 0;
            case ["runner"]:
                RunnerRole.Run(ParentLine.Take());
                return 0;
            default:
                Console.Error.WriteLine("FunSearch.Worker compiles and runs candidates for a search, which starts it: there is nothing to start by hand.");
                return 2;
        }
    }
}
