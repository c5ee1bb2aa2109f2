using IsoE.Workflows;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>What kind of text it is.</summary>
public enum ExternalKind
{
    Law,
    Resolution,
    Decree,
    Decision,
    Circular,
    Standard,
    Other,
}

/// <summary>What the kinds are called, and which one a number tells.</summary>
public static class ExternalKinds
{
    public static Text NameOf(ExternalKind kind) => kind switch
    {
        ExternalKind.Law => new Text("Luật", "Law"),
        ExternalKind.Resolution => new Text("Nghị quyết", "Resolution"),
        ExternalKind.Decree => new Text("Nghị định", "Decree"),
        ExternalKind.Decision => new Text("Quyết định", "Decision"),
        ExternalKind.Circular => new Text("Thông tư", "Circular"),
        ExternalKind.Standard => new Text("Tiêu chuẩn", "Standard"),
        _ => new Text("Văn bản khác", "Other text"),
    };

    /// <summary>The kind that a number like <c>118/2025/NĐ-CP</c> or <c>60/2014/QH13</c> tells.</summary>
    public static ExternalKind Of(string number) => number switch
    {
        _ when number.Contains("/NĐ-", StringComparison.Ordinal) => ExternalKind.Decree,
        _ when number.Contains("/TT-", StringComparison.Ordinal) || number.Contains("/TTLT-", StringComparison.Ordinal) => ExternalKind.Circular,
        _ when number.Contains("/NQ-", StringComparison.Ordinal) => ExternalKind.Resolution,
        _ when number.Contains("/QĐ-", StringComparison.Ordinal) => ExternalKind.Decision,
        _ when number.Contains("/QH", StringComparison.Ordinal) => ExternalKind.Law,
        _ when number.StartsWith("TCVN", StringComparison.Ordinal) || number.StartsWith("ISO", StringComparison.Ordinal) => ExternalKind.Standard,
        _ => ExternalKind.Other,
    };

    /// <summary>Who issues texts with such a number, where the number says so; empty otherwise.</summary>
    public static string IssuerOf(string number) => number switch
    {
        _ when number.EndsWith("-CP", StringComparison.Ordinal) => "Chính phủ",
        _ when number.EndsWith("-TTg", StringComparison.Ordinal) => "Thủ tướng Chính phủ",
        _ when number.Contains("/QH", StringComparison.Ordinal) => "Quốc hội",
        _ when number.EndsWith("-VPCP", StringComparison.Ordinal) => "Văn phòng Chính phủ",
        _ when number.EndsWith("-BTC", StringComparison.Ordinal) => "Bộ Tài chính",
        _ when number.EndsWith("-BTP", StringComparison.Ordinal) => "Bộ Tư pháp",
        _ when number.EndsWith("-BCA", StringComparison.Ordinal) => "Bộ Công an",
        _ when number.EndsWith("-BKHCN", StringComparison.Ordinal) => "Bộ Khoa học và Công nghệ",
        _ when number.EndsWith("-TTCP", StringComparison.Ordinal) => "Thanh tra Chính phủ",
        _ => "",
    };
}
