using System.Globalization;
using IsoE.Office.Calendars;

namespace IsoE.Office.Messages;

/// <summary>Moments as an SMS writes them: "17h00 26/08/2026".</summary>
internal static class ShortMoments
{
    public static string Of(DateTimeOffset at) => VietnamTime.ToLocal(at).ToString("HH'h'mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
