namespace FunSearch.App;

internal static class Entry
{
    private static int Main() => 0;
}
