using System.Globalization;
using IsoE.Office.Calendars;

namespace IsoE.Office.Dossiers;

/// <summary>Dossier codes of TT 03/2025: agency, day of receipt, number of the day. Never used twice.</summary>
internal static class DossierCodes
{
    /// <summary>The series that numbers the dossiers of one day.</summary>
    public static string SeriesOf(DateTimeOffset receivedAt) => $"dossier-{Day(receivedAt)}";

    /// <summary>For example <c>H29.15-261122-0007</c>.</summary>
    public static string Of(string agencyId, DateTimeOffset receivedAt, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{agencyId}-{Day(receivedAt)}-{number:0000}");

    private static string Day(DateTimeOffset at) =>
        VietnamTime.DateOf(at).ToString("yyMMdd", CultureInfo.InvariantCulture);
}
