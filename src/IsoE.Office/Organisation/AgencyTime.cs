namespace IsoE.Office.Organisation;

/// <summary>The agency's day, in its zone: Asia/Ho_Chi_Minh, UTC+7 all year.</summary>
internal static class AgencyTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Today(TimeProvider clock) => DateOf(clock.GetUtcNow());

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);
}
