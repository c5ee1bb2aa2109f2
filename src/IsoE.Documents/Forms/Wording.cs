using System.Globalization;

namespace IsoE.Documents.Forms;

/// <summary>Dates and figures in the words of Vietnamese administrative documents (NĐ 30/2020).</summary>
/// <remarks>All times are local times of the agency. Days below 10 and the months 1 and 2 get a leading zero.</remarks>
public static class Wording
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary><c>ngày 09 tháng 02 năm 2026</c>.</summary>
    public static string LongDate(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}");

    /// <summary><c>Hương Trà, ngày 09 tháng 02 năm 2026</c>.</summary>
    public static string PlaceAndDate(string place, DateOnly date) => $"{place}, {LongDate(date)}";

    /// <summary><c>08 giờ 15 phút, ngày 09 tháng 02 năm 2026</c>.</summary>
    public static string TimeAndDate(DateTime local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00} giờ {local.Minute:00} phút, {LongDate(DateOnly.FromDateTime(local))}");

    /// <summary><c>09/02/2026</c>.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>08:15 09/02/2026</c>.</summary>
    public static string ShortTime(DateTime local) => local.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1.284</c>, in English <c>1,284</c>.</summary>
    public static string Number(long value, string language = "vi")
    {
        var english = value.ToString("N0", CultureInfo.InvariantCulture);
        return language == "en" ? english : english.Replace(',', '.');
    }

    /// <summary><c>1.284,5</c>; four decimals at most.</summary>
    public static string Decimal(decimal value) => value.ToString("#,0.####", Vietnamese);

    /// <summary><c>97,4 %</c>, in English <c>97.4 %</c>; one decimal at most, none when it is zero. A share of 0.974.</summary>
    public static string Percent(decimal share, string language = "vi")
    {
        var english = (share * 100).ToString("0.#", CultureInfo.InvariantCulture);
        return (language == "en" ? english : english.Replace('.', ',')) + " %";
    }
}
