namespace IsoE.Office.DocumentControl;

/// <summary>What of the distribution lists still counts.</summary>
internal static class LatestReadings
{
    /// <summary>Of several versions that a person was asked to read, only the latest: nobody has to read what a later one has taken the place of.</summary>
    public static IQueryable<ReadingRow> Latest(this IQueryable<ReadingRow> rows) =>
        rows.Where(row => !rows.Any(later => later.PersonId == row.PersonId && later.Code == row.Code && later.Version > row.Version));
}
