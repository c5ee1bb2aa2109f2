using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;

namespace IsoE.Office.Reports;

/// <summary>How a dossier stands to its promised date: by the day, not by the minute.</summary>
public enum Timeliness
{
    /// <summary>Finished on an earlier day than promised; or open before the promised day is over.</summary>
    Early,

    /// <summary>Finished on the promised day, or nothing was promised.</summary>
    OnTime,

    /// <summary>Finished on a later day; or still open after the promised day.</summary>
    Overdue,
}

/// <summary>Reads the timeliness of dossiers for statistics.</summary>
internal static class DossierTimeliness
{
    /// <summary>R-12, R-13 of a dossier at the end of a period.</summary>
    /// <remarks>
    /// The date that counts is the first one promised, moved by pauses but by no extension. A dossier still
    /// open is measured at <paramref name="end"/>; one that waits for its first supplement, at the request.
    /// </remarks>
    public static Timeliness Of(CountedDossier dossier, DateTimeOffset end) =>
        dossier.OriginalPromisedAt is { } promised ? Of(Finish(dossier, end), promised) : Timeliness.OnTime;

    /// <summary>R-13: by the day, not by the minute.</summary>
    public static Timeliness Of(DateTimeOffset finish, DateTimeOffset promised)
    {
        var (finished, day) = (VietnamTime.DateOf(finish), VietnamTime.DateOf(promised));
        return finished < day ? Timeliness.Early
            : finished == day ? Timeliness.OnTime
            : Timeliness.Overdue;
    }

    /// <summary>The moment that counts as the finish, seen from the end of a period.</summary>
    public static DateTimeOffset Finish(CountedDossier dossier, DateTimeOffset end) => dossier switch
    {
        { FinishedAt: { } finished } when finished < end => finished,
        { Business: BusinessState.AwaitingSupplement, SupplementCount: 1, SupplementAskedAt: { } asked } => asked,
        _ => end.AddTicks(-1),
    };
}
