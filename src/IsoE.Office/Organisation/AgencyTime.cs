namespace IsoE.Office.Organisation;

/// <summary>The agency's zone: Asia/Ho_Chi_Minh, UTC+7 all year.</summary>
public static class AgencyTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The instant on the agency's clocks.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The agency's day on which the instant falls.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The agency's present day.</summary>
    public static DateOnly Today(TimeProvider clock) => Day(clock.GetUtcNow());

    /// <summary>The instant at which a day begins at the agency, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>Day and time as sentences and slips show them: <c>16:45 27/11/2026</c>.</summary>
    public static string Show(DateTimeOffset at) =>
        Local(at).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A day as sentences and slips show it: <c>27/11/2026</c>.</summary>
    public static string Show(DateOnly day) =>
        day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
