namespace FunSearch.Storage.Sqlite;

/// <summary>Money as SQLite adds it up without loss: whole billionths of a US dollar, rounded up.</summary>
internal static class NanoDollars
{
    private const decimal PerDollar = 1_000_000_000;

    public static long Of(decimal dollars) => (long)Math.Ceiling(dollars * PerDollar);

    public static decimal Restore(long nanoDollars) => nanoDollars / PerDollar;
}
