namespace FunSearch.Worker;

internal static class Entry
{
    private static int Main() => 0;
}
