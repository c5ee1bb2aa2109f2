using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>What a cell of time says.</summary>
internal sealed record TimeReading(TimeLimit? Limit, bool IsOutside, Confidence Confidence, Text? Remark = null);

/// <summary>Reads time limits as Vietnamese offices write them.</summary>
/// <remarks>
/// In a table of steps "ngày" means a working day unless it says otherwise; a working day is 8 hours. Parts of a day
/// become hours, or minutes where they are no whole hours.
/// </remarks>
internal static partial class TimeReader
{
    private const int MinutesOfDay = 480;

    /// <param name="headerUnit">Unit of bare numbers, as the header gives it, in plain letters; empty for none.</param>
    /// <returns>Null when the text says nothing the reader knows as a time.</returns>
    public static TimeReading? Read(string text, string headerUnit)
    {
        var plain = NumberWords.AsDigits(PlainWords.Of(text));
        if (plain.Length == 0) return null;
        var outside = Outside().IsMatch(plain);
        if (ClockTime().IsMatch(plain)) return null;
        if (BareNumber().Match(plain) is { Success: true } bare && headerUnit.Length > 0) plain = $"{bare.Groups[1].Value} {headerUnit}";
        var (lengths, isRange) = Lengths(plain);
        if (lengths.Count > 0) return Of(lengths, isRange, outside, plain);
        if (SameDay().IsMatch(plain)) return new TimeReading(new TimeLimit(0, TimeUnit.SameDay), outside, Confidence.Certain);
        if (outside || Unlimited().IsMatch(plain)) return new TimeReading(null, outside, Confidence.Likely, new Text(
            "Văn bản không quy định độ dài cho bước này; dự thảo để trống thời hạn.",
            "The document gives this step no length; the draft leaves its time limit empty."));
        return null;
    }

    private static TimeReading Of(List<Length> lengths, bool isRange, bool outside, string plain)
    {
        var longest = lengths.MaxBy(length => length.Minutes)!;
        var calendar = Calendar().IsMatch(plain);
        var limit = longest.ToLimit(calendar);
        if (limit is null) return new TimeReading(null, outside, Confidence.Guessed, TooFine());
        if (isRange) return new TimeReading(limit, outside, Confidence.Guessed, new Text(
            $"Thời hạn ghi là một khoảng; dự thảo lấy mức dài hơn: {limit.Value.Describe().Vi}.",
            $"The time is a range; the draft takes the longer: {limit.Value.Describe().En}."));
        if (lengths.Exists(length => length.Minutes != longest.Minutes)) return new TimeReading(limit, outside, Confidence.Guessed, new Text(
            $"Ô thời gian ghi nhiều thời hạn; dự thảo lấy mức dài nhất: {limit.Value.Describe().Vi}.",
            $"The cell gives several times; the draft takes the longest: {limit.Value.Describe().En}."));
        var sure = !longest.IsBareDay || calendar;
        return new TimeReading(limit, outside, sure ? Confidence.Certain : Confidence.Likely);
    }

    private static Text TooFine() => new(
        "Thời hạn không tròn phút nên không ghi được; hãy nhập lại.", "The time is no whole number of minutes; please enter it again.");

    /// <summary>Every length in the text; those that follow each other without a stop are added up.</summary>
    private static (List<Length> Lengths, bool IsRange) Lengths(string plain)
    {
        var (lengths, isRange, end) = (new List<Length>(), false, -1);
        foreach (Match match in Duration().Matches(plain))
        {
            if (Value(match) is not { } value) continue;
            isRange |= match.Groups["from"].Success;
            var unit = match.Groups["unit"].Value;
            var length = new Length(value + (match.Groups["half"].Success ? 0.5m : 0m), unit) { Extra = Number(match.Groups["minutes"].Value) };
            var joined = end >= 0 && Between().IsMatch(plain[end..match.Index]) && lengths[^1].IsLongerUnitThan(length);
            if (joined) lengths[^1] = lengths[^1].Plus(length);
            else lengths.Add(length);
            end = match.Index + match.Length;
        }
        return (lengths, isRange);
    }

    private static decimal? Value(Match match)
    {
        if (match.Groups["over"].Success)
        {
            var (top, bottom) = (Number(match.Groups["over"].Value), Number(match.Groups["under"].Value));
            return bottom == 0 ? null : (match.Groups["whole"].Success ? Number(match.Groups["whole"].Value) : 0) + (top / bottom);
        }
        var value = Number(match.Groups["number"].Value);
        return value > 0 ? value : null;
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>A length in minutes of working time, remembering how it was written.</summary>
    private sealed record Length(decimal Value, string Unit)
    {
        /// <summary>Minutes besides.</summary>
        public decimal Extra { get; init; }

        public decimal Minutes => Math.Round((Value * UnitMinutes) + Extra, 3);

        public bool IsBareDay => Unit is "ngay" or "n";

        private bool IsDays => Unit[0] is 'n' && Unit != "nam";

        private int UnitMinutes => Unit switch
        {
            "thang" => 22 * MinutesOfDay,
            "tuan" => 5 * MinutesOfDay,
            "buoi" or "buoi lam viec" => MinutesOfDay / 2,
            _ when IsDays => MinutesOfDay,
            "phut" or "p" or "'" => 1,
            _ => 60,
        };

        public bool IsLongerUnitThan(Length other) => UnitMinutes > other.UnitMinutes;

        public Length Plus(Length other) => this with { Extra = Extra + other.Minutes };

        public TimeLimit? ToLimit(bool calendar)
        {
            if (Minutes != decimal.Truncate(Minutes) || Minutes > 1_000_000) return null;
            if (Unit == "thang" && Value == decimal.Truncate(Value)) return new TimeLimit((int)Value * 30, TimeUnit.CalendarDays);
            var wholeDays = (IsDays || Unit == "tuan") && Minutes % MinutesOfDay == 0;
            if (wholeDays) return new TimeLimit((int)(calendar && Unit == "tuan" ? Value * 7 : Minutes / MinutesOfDay), calendar ? TimeUnit.CalendarDays : TimeUnit.WorkingDays);
            return Minutes % 60 == 0 && (UnitMinutes > 1 || Extra > 0)
                ? new TimeLimit((int)Minutes / 60, TimeUnit.WorkingHours)
                : new TimeLimit((int)Minutes, TimeUnit.WorkingMinutes);
        }
    }

    [GeneratedRegex(@"(?:(?<from>\d+(?:[.,]\d+)?)\s*(?:ngay|gio|h|phut)?\s*(?:-|–|—|->|den|toi)\s*)?(?:(?:(?<whole>\d+)\s+)?(?<over>\d+)\s*/\s*(?<under>\d+)|(?<number>\d+(?:[.,]\d+)?))\s*(?:\(\s*[a-z ]+\s*\)\s*)?(?<unit>ngay lam viec|ngay lv|nlv|ngay|gio lam viec|gio|tieng|tuan|thang|buoi lam viec|buoi|phut|h|g|p|')(?![a-z])(?<half>\s+ruoi)?(?:(?<=h|g)(?<minutes>\d{1,2}))?")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^\s*(?:va|,|\+)?\s*$")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?)$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\d{1,2}\s*[h:g]\s*\d{2}\s*(?:-|–|den)\s*\d{1,2}\s*[h:g]")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^(?:trong |ngay trong )?(?:cung )?(?:ngay|trong ngay)(?: lam viec| tiep nhan| nhan ho so)?$|\btrong ngay\b|\bcung ngay\b")]
    private static partial Regex SameDay();

    [GeneratedRegex(@"khong tinh|ngoai thoi (?:gian|han)|khong bao gom thoi gian")]
    private static partial Regex Outside();

    [GeneratedRegex(@"tinh ca (?:ngay )?(?:nghi|thu bay)|ke ca (?:ngay )?(?:nghi|thu bay|le)|bao gom (?:ca )?ngay nghi|lien tuc|ngay lich|theo lich")]
    private static partial Regex Calendar();

    [GeneratedRegex(@"gio hanh chinh|(?:theo|khi co) (?:giay |phieu )?hen|theo (?:quy dinh|thoi han|ke hoach|lich|thuc te|phieu|yeu cau)|hang ngay|thuong xuyen|bat ky luc nao|bat cu luc nao|ngay (?:khi|sau khi)|^khi |khong quy dinh|khong gioi han|khong xac dinh|sau khi|dot xuat")]
    private static partial Regex Unlimited();
}
