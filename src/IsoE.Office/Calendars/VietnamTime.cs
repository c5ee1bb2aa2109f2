namespace IsoE.Office.Calendars;

/// <summary>The zone of every agency: Asia/Ho_Chi_Minh, UTC+7 all year round.</summary>
public static class VietnamTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>Clock and date in the agency's zone.</summary>
    public static DateTime ToLocal(DateTimeOffset instant) => instant.UtcDateTime + Offset;

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant));

    /// <summary>The instant, in UTC, at which the agency's clock shows this date and time.</summary>
    public static DateTimeOffset ToInstant(DateOnly date, TimeOnly time) => ToInstant(date.ToDateTime(time));

    /// <inheritdoc cref="ToInstant(DateOnly, TimeOnly)"/>
    public static DateTimeOffset ToInstant(DateTime local) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset).ToUniversalTime();

    /// <summary>The first instant of <paramref name="from"/> and the first one after <paramref name="to"/>, in UTC.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Between(DateOnly from, DateOnly to) =>
        (ToInstant(from, TimeOnly.MinValue), ToInstant(to.AddDays(1), TimeOnly.MinValue));
}
