using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers;

/// <summary>Dossier codes of TT 03/2025: agency, day of receipt, number of the day. Never used twice.</summary>
internal static class DossierCodes
{
    /// <summary>The series that numbers the dossiers of one day.</summary>
    public static string SeriesOf(DateTimeOffset receivedAt) => $"dossier-{Day(receivedAt)}";

    /// <summary>The code of the dossier that the step receives, for example <c>H29.15-261122-0007</c>.</summary>
    /// <param name="step">Has asked for the series of its day.</param>
    public static string Next(Step step) => string.Create(
        CultureInfo.InvariantCulture, $"{step.AgencyId}-{Day(step.Now)}-{step.NextNumber(SeriesOf(step.Now)):0000}");

    private static string Day(DateTimeOffset at) =>
        VietnamTime.DateOf(at).ToString("yyMMdd", CultureInfo.InvariantCulture);
}
