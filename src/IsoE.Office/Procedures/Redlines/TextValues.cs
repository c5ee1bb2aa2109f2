using System.Globalization;
using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Values of an ISO text as people read them.</summary>
internal static class TextValues
{
    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        ["level.commune"] = new("cấp xã", "commune"),
        ["level.province"] = new("cấp tỉnh", "province"),
        ["level.internal"] = new("nội bộ", "internal"),
        ["onlineLevel.full"] = new("toàn trình", "full"),
        ["onlineLevel.partial"] = new("một phần", "partial"),
        ["onlineLevel.info"] = new("cung cấp thông tin", "information only"),
        ["startsAt.accepted"] = new("khi hồ sơ được tiếp nhận hợp lệ", "on acceptance"),
        ["startsAt.received"] = new("khi nhận hồ sơ", "on receipt"),
        ["required.always"] = new("luôn luôn", "always"),
        ["required.conditional"] = new("khi có điều kiện", "under a condition"),
        ["act.submit"] = new("nộp", "submit"),
        ["act.show"] = new("xuất trình", "show"),
        ["act.lookUp"] = new("cơ quan tra cứu", "looked up by the agency"),
        ["kind.fee"] = new("phí", "fee"),
        ["kind.statutory"] = new("lệ phí", "statutory fee"),
        ["dates.any"] = new("bất kỳ", "any"),
        ["dates.past"] = new("đến hôm nay", "up to today"),
        ["dates.future"] = new("từ hôm nay", "from today"),
        ["type.text"] = new("một dòng chữ", "text"),
        ["type.multiline"] = new("nhiều dòng chữ", "several lines"),
        ["type.number"] = new("số", "number"),
        ["type.integer"] = new("số nguyên", "whole number"),
        ["type.date"] = new("ngày", "date"),
        ["type.yesNo"] = new("có/không", "yes or no"),
        ["type.choice"] = new("chọn một", "choice"),
        ["type.identityNumber"] = new("số định danh", "identity number"),
        ["type.phone"] = new("điện thoại", "telephone"),
        ["type.money"] = new("số tiền", "money"),
        ["type.agency"] = new("cơ quan", "agency"),
        ["retention.permanent"] = new("vĩnh viễn", "permanent"),
        ["signedBy.issuer"] = new("người ban hành", "who issued it"),
        ["signedBy.nobody"] = new("không ai", "nobody"),
        [".true"] = new("có", "yes"),
        [".false"] = new("không", "no"),
        [".direct"] = new("trực tiếp", "in person"),
        [".online"] = new("trực tuyến", "online"),
        [".post"] = new("bưu chính", "by post"),
    };

    /// <summary>The value in words; null when there is none.</summary>
    /// <param name="owner">The list or group it stands in; empty at the top.</param>
    public static Text? Of(string owner, string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => Single(owner, key, value.GetString()!),
        JsonValueKind.Array => Say.Joined(value.EnumerateArray().Select(i => Of(owner, key, i) ?? Say.Plain("–"))),
        JsonValueKind.Object when Bilingual(value) is { } text => Say.Quoted(text),
        JsonValueKind.Object => Say.Joined(value.EnumerateObject().Select(m => Member(key, m)), "; "),
        _ => Say.Plain(Values.ToText(value)),
    };

    private static Text Single(string owner, string key, string text) => key switch
    {
        _ when Words.TryGetValue($"{key}.{text}", out var word) || (key is "required" or "channels" && Words.TryGetValue($".{text}", out word)) => word,
        "limit" when TimeLimit.TryParse(text, out var limit) => limit.Describe(),
        "retention" when text.EndsWith('y') => new Text($"{text[..^1]} năm", $"{text[..^1]} years"),
        "source" when Source.Parse(text) is { } source => Sourced(source),
        "role" => Roles.NameOf(text),
        "signedBy" when Roles.All.TryGetValue(text, out var signer) => signer,
        "amount" when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) => Money(amount),
        "effectiveFrom" or "effectiveTo" or "issuedOn" or "on" when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Say.Plain(Wording.Date(date)),
        _ when decimal.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && owner != "blankForms" => Say.Plain(text),
        _ => Say.Quoted(Say.Plain(text)),
    };

    private static Text Sourced(Source source) => (source.Verified, source.Where) switch
    {
        (true, { } where) => new Text($"đã đối chiếu: {where}", $"found: {where}"),
        (_, { } where) => new Text($"chưa đối chiếu: {where}", $"not checked: {where}"),
        _ => new Text("chưa đối chiếu", "not checked"),
    };

    private static Text Money(decimal amount)
    {
        var digits = amount.ToString("#,##0", CultureInfo.InvariantCulture);
        return new Text($"{digits.Replace(',', '.')} đồng", $"VND {digits}");
    }

    private static Text Member(string owner, JsonProperty member)
    {
        var (label, value) = (TextWords.Label(owner, member.Name), Of(owner, member.Name, member.Value) ?? Say.Plain("–"));
        return new Text($"{label.Vi}: {value.Vi}", $"{label.En}: {value.En}");
    }

    private static Text? Bilingual(JsonElement map) =>
        map.TryGetProperty("vi", out var vi) && vi.ValueKind == JsonValueKind.String && !map.TryGetProperty("id", out _)
            ? new Text(vi.GetString()!, map.TryGetProperty("en", out var en) && en.ValueKind == JsonValueKind.String ? en.GetString()! : vi.GetString()!)
            : null;
}
