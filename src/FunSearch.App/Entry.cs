using FunSearch.App.Commands;

namespace FunSearch.App;

internal static class Entry
{
    private static async Task<int> Main(string[] arguments)
    {
        using var interrupt = new Interrupt();
        return await CommandLine.InvokeAsync(arguments, Console.Out, Console.Error, interrupt.Token);
    }
}
