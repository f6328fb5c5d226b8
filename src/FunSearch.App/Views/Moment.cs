namespace FunSearch.App.Views;

/// <summary>An instant as a person's clock shows it.</summary>
internal static class Moment
{
    /// <summary>To the minute, with the zone's distance from UTC: <c>2026-07-01 09:30 +02:00</c>.</summary>
    public static string Text(DateTimeOffset instant, TimeZoneInfo zone) => $"{TimeZoneInfo.ConvertTime(instant, zone):yyyy-MM-dd HH:mm zzz}";
}
