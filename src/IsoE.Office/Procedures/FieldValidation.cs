using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Checks and normalises the value of one form field.</summary>
internal static partial class FieldValidation
{
    private const int LongestLine = 500;
    private const int LongestText = 10_000;

    private static readonly string[] DateFormats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static (JsonNode? Value, Text? Error) Check(FormField field, JsonElement? entered, DateOnly today)
    {
        var typed = Typed(entered);
        if (typed is null) return (null, WrongKind(field));
        var text = VietnameseText.Compose(typed.Trim());
        if (text.Length == 0) return (null, field.Required ? Required(field) : null);
        return field.Type switch
        {
            FieldType.Text or FieldType.Agency or FieldType.Person => Line(field, text),
            FieldType.Multiline => Multiline(field, text),
            FieldType.Number => Number(field, text),
            FieldType.Integer => WholeNumber(field, text),
            FieldType.Money => Money(field, text),
            FieldType.Date => Date(field, text, today),
            FieldType.YesNo => YesNo(field, text),
            FieldType.Choice => Choice(field, text),
            FieldType.IdentityNumber => IdentityNumber(text, today),
            FieldType.Phone => Phone(text),
            _ => throw new InvalidOperationException($"Unknown field type {field.Type}."),
        };
    }

    /// <summary>The value as a person would type it; empty for an absent one, null for an array or object.</summary>
    private static string? Typed(JsonElement? entered) => entered?.ValueKind switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => entered.Value.GetString()!,
        // A JSON number has no thousands separators: its decimal point is written as people here write it.
        JsonValueKind.Number => entered.Value.GetRawText().Replace('.', ','),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static (JsonNode?, Text?) Line(FormField field, string text) =>
        TextOf(field, Spaces().Replace(text, " "), LongestLine);

    private static (JsonNode?, Text?) Multiline(FormField field, string text) =>
        TextOf(field, text.ReplaceLineEndings("\n"), LongestText);

    private static (JsonNode?, Text?) TextOf(FormField field, string text, int longest)
    {
        var most = field.MaxLength ?? longest;
        if (text.Length > most) return (null, new Text(
            $"{field.Label.Vi}: tối đa {most} ký tự, đang có {text.Length}.",
            $"{field.Label.En}: at most {most} characters, there are {text.Length}."));
        if (text.Any(c => char.IsControl(c) && c != '\n')) return (null, new Text(
            $"{field.Label.Vi}: có ký tự không in được.", $"{field.Label.En}: contains unprintable characters."));
        if (LegacyText.Meant(text) is { } meant) return (null, new Text(
            $"{field.Label.Vi}: chữ được gõ hoặc dán theo bảng mã cũ (TCVN3, VNI). Có phải là “{meant}”? Chuyển bộ gõ sang Unicode rồi nhập lại.",
            $"{field.Label.En}: typed or pasted in an old encoding (TCVN3, VNI). Is it “{meant}”? Switch the keyboard to Unicode and enter it again."));
        if (field.Pattern is { } pattern && !FieldPatterns.Compile(pattern).IsMatch(text)) return (null, Malformed(field));
        return (text, null);
    }

    private static (JsonNode?, Text?) Number(FormField field, string text) =>
        ParseNumber(text) is { } number
            ? Within(field, number, JsonValue.Create(number))
            : (null, new Text(
                $"{field.Label.Vi}: nhập một số, ví dụ 97,4.", $"{field.Label.En}: enter a number, for example 97,4."));

    private static (JsonNode?, Text?) WholeNumber(FormField field, string text) =>
        ParseNumber(text) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue
            ? Within(field, number, JsonValue.Create((long)number))
            : (null, new Text(
                $"{field.Label.Vi}: nhập một số nguyên, ví dụ 3.", $"{field.Label.En}: enter a whole number, for example 3."));

    private static (JsonNode?, Text?) Money(FormField field, string text) =>
        ParseNumber(Currency().Replace(text, "")) is { } amount && amount == decimal.Truncate(amount) && amount is >= 0 and <= 1_000_000_000_000_000m
            ? Within(field, amount, JsonValue.Create((long)amount))
            : (null, new Text(
                $"{field.Label.Vi}: nhập số tiền bằng đồng, không có số lẻ, ví dụ 100.000.000.",
                $"{field.Label.En}: enter an amount in whole đồng, for example 100.000.000."));

    private static (JsonNode?, Text?) Within(FormField field, decimal number, JsonNode value)
    {
        if (field.Min is { } min && number < min) return (null, new Text(
            $"{field.Label.Vi}: không nhỏ hơn {Shown(field, min)}.", $"{field.Label.En}: not less than {Shown(field, min)}."));
        if (field.Max is { } max && number > max) return (null, new Text(
            $"{field.Label.Vi}: không lớn hơn {Shown(field, max)}.", $"{field.Label.En}: not more than {Shown(field, max)}."));
        return (value, null);
    }

    private static (JsonNode?, Text?) Date(FormField field, string text, DateOnly today)
    {
        if (!DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1900 or > 2200)
            return (null, new Text(
                $"{field.Label.Vi}: nhập ngày có thật theo dạng ngày/tháng/năm, ví dụ 27/11/2026.",
                $"{field.Label.En}: enter a real date as day/month/year, for example 27/11/2026."));
        if (field.Dates == DateRange.Past && date > today) return (null, new Text(
            $"{field.Label.Vi}: không được sau hôm nay.", $"{field.Label.En}: must not lie after today."));
        if (field.Dates == DateRange.Future && date < today) return (null, new Text(
            $"{field.Label.Vi}: không được trước hôm nay.", $"{field.Label.En}: must not lie before today."));
        return (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
    }

    private static (JsonNode?, Text?) YesNo(FormField field, string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "có" => (JsonValue.Create(true), null),
        "false" or "no" or "off" or "không" when field.MustBeYes => (null, new Text(
            $"{field.Label.Vi}: phải là Có mới hoàn thành được bước này.", $"{field.Label.En}: has to be Yes before the step can be completed.")),
        "false" or "no" or "off" or "không" => (JsonValue.Create(false), null),
        _ => (null, new Text($"{field.Label.Vi}: chọn Có hoặc Không.", $"{field.Label.En}: choose Yes or No.")),
    };

    private static (JsonNode?, Text?) Choice(FormField field, string text) =>
        field.Options.Any(o => o.Id == text)
            ? (text, null)
            : (null, new Text(
                $"{field.Label.Vi}: chọn một trong: {string.Join("; ", field.Options.Select(o => o.Label.Vi))}.",
                $"{field.Label.En}: choose one of: {string.Join("; ", field.Options.Select(o => o.Label.En))}."));

    private static (JsonNode?, Text?) IdentityNumber(string text, DateOnly today)
    {
        var digits = Separators().Replace(text, "");
        return PersonalNumber.Wrong(digits, today) is { } error ? (null, error) : (digits, null);
    }

    private static (JsonNode?, Text?) Phone(string text)
    {
        var digits = Separators().Replace(text, "");
        if (digits.StartsWith("+84", StringComparison.Ordinal)) digits = "0" + digits[3..];
        return PhoneNumber().IsMatch(digits)
            ? (digits, null)
            : (null, new Text(
                "Số điện thoại gồm 10 hoặc 11 chữ số bắt đầu bằng 0, ví dụ 0912 345 678.",
                "A telephone number has 10 or 11 digits beginning with 0, for example 0912 345 678."));
    }

    /// <summary>Reads a number as written in Vietnam: comma for decimals, full stop between thousands; a lone full stop that cannot separate thousands is a decimal point.</summary>
    private static decimal? ParseNumber(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        var plain = bare.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(bare)
            ? bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : bare;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Shown(FormField field, decimal number) => field.IsYear
        ? number.ToString(CultureInfo.InvariantCulture)
        : number.ToString("#,##0.####", new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });

    private static Text Required(FormField field) => new(
        $"{field.Label.Vi}: chưa nhập.", $"{field.Label.En}: has not been entered.");

    private static Text WrongKind(FormField field) => new(
        $"{field.Label.Vi}: cần một giá trị đơn.", $"{field.Label.En}: expects a single value.");

    private static Text Malformed(FormField field) => new(
        field.Hint is { } hint ? $"{field.Label.Vi}: không đúng mẫu. {hint.Vi}" : $"{field.Label.Vi}: không đúng mẫu.",
        field.Hint is { } hintEn ? $"{field.Label.En}: not in the expected form. {hintEn.En}" : $"{field.Label.En}: not in the expected form.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\s.\-]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s*(đ|đồng|VND|VNĐ)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"\A-?[0-9]{1,3}(\.[0-9]{3})+\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\A0[0-9]{9,10}\z")]
    private static partial Regex PhoneNumber();
}
