using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;
using FunSearch.Worker.Walls;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker;

/// <summary>One executable, two roles. The roles are methods of their own, so that a runner never loads Roslyn.</summary>
internal static class Entry
{
    private static int Main(string[] arguments)
    {
        InheritedFiles.Close();
        switch (arguments)
        {
            case ["compiler", .. var walls]:
                OwnGroup.Found();
                CompilerRole.Run(ParentLine.Take(), WorkerWalls.Parse(walls));
                return 0;
            case ["runner", .. var walls]:
                OwnGroup.Found();
                RunnerRole.Run(ParentLine.Take(), WorkerWalls.Parse(walls));
                return 0;
            default:
                Console.Error.WriteLine("FunSearch.Worker is started by a search: there is nothing to do with it by hand.");
                return 2;
        }
    }
}
