using System.Globalization;

namespace IsoE.Web.Language;

/// <summary>How dates, times and numbers are written on screen: 27/11/2026, 17:00, "1.284", "97,4 %".</summary>
/// <remarks>The same in both languages, because people compare the screen with Vietnamese papers.</remarks>
public static class Shown
{
    /// <summary>Vietnam keeps UTC+7 all year.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "−",
    };

    /// <summary>The same moment on a Vietnamese clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    public static string Date(DateOnly on) => on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset at) => Date(Day(at));

    /// <summary>The first and the last of some days; one day stands alone.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to ? Date(from) : $"{Date(from)} – {Date(to)}";

    public static string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Time first, as on the receipt: "17:00 27/11/2026".</summary>
    public static string Moment(DateTimeOffset at) => $"{Time(at)} {Date(at)}";

    /// <summary>For the <c>datetime</c> attribute of <c>time</c> elements.</summary>
    public static string Machine(DateTimeOffset at) =>
        Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString("#,0", Numbers);

    public static string Decimal(decimal value) => value.ToString("#,0.####", Numbers);

    public static string Money(decimal dong) => dong.ToString("#,0", Numbers) + " đ";

    /// <param name="share">0.974 is shown as "97,4 %".</param>
    public static string Percent(double share) => (share * 100).ToString("0.0", Numbers) + " %";

    /// <summary>A name put at the beginning of a line: its first letter is a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The size of a file: "1,2 MB".</summary>
    public static string Size(long bytes) => bytes >= 1_000_000
        ? (bytes / 1_000_000m).ToString("0.0", Numbers) + " MB"
        : Math.Max(1, bytes / 1000).ToString("0", Numbers) + " KB";

    /// <summary>The moment of a day by the agency's clock, UTC.</summary>
    public static DateTimeOffset At(DateOnly on, TimeSpan time) =>
        new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue) + time, Offset).ToUniversalTime();

    /// <summary>Reads whole đồng with or without points: "75.000"; null when it is no amount.</summary>
    public static decimal? ReadMoney(string? typed)
    {
        var digits = typed?.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("đ", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>Reads dd/mm/yyyy, also d/m/yyyy and with dots or hyphens; null when it is no date.</summary>
    public static DateOnly? ReadDate(string? typed)
    {
        var text = typed?.Trim().Replace('-', '/').Replace('.', '/');
        return DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? on
            : null;
    }
}
