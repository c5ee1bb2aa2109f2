using System.Globalization;

namespace IsoE.Office.Storage;

/// <summary>Instants as the office stores them: UTC, to the microsecond, which both databases keep exactly.</summary>
public static class Instant
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Cuts what PostgreSQL would round.</summary>
    public static DateTimeOffset ToStored(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Always 27 characters, for example <c>2026-11-27T03:00:00.000000Z</c>.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
