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
                Console.Error.WriteLine("FunSearch.Worker is started by a search: there is nothing to do with it by hand.");
                return 2;
        }
    }
}
