using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Turns of phrase of a redline, in both languages.</summary>
internal static class Say
{
    public static Text Quoted(Text text) => new($"“{text.Vi}”", $"“{text.En}”");

    public static Text Plain(string text) => new(text, text);

    /// <summary>What a value was and is: "label: old → new".</summary>
    public static Text Pair(Text label, Text? before, Text? after)
    {
        if (before == after) return new Text($"cách ghi {label.Vi} thay đổi", $"writing of {label.En} changed");
        var none = new Text("không có", "none");
        var (old, now) = (before ?? none, after ?? none);
        return new Text($"{label.Vi}: {old.Vi} → {now.Vi}", $"{label.En}: {old.En} → {now.En}");
    }

    /// <summary>The same of a thing that can come and go: "thêm hồ sơ “Phiếu thẩm định”".</summary>
    public static Text Thing(Text label, Text? before, Text? after) => (before, after) switch
    {
        (null, { } now) => new($"thêm {label.Vi} {now.Vi}", $"{label.En} {now.En} added"),
        ({ } old, null) => new($"bỏ {label.Vi} {old.Vi}", $"{label.En} {old.En} dropped"),
        _ => Pair(label, before, after),
    };

    /// <summary>"3 → 2 ngày làm việc"; the unit once where it is the same.</summary>
    public static Text Limits(TimeLimit? before, TimeLimit? after)
    {
        if (before is { } old && after is { } now && old.Unit == now.Unit)
            return new Text($"{old.Value} → {now.Describe().Vi}", $"{old.Value} → {now.Describe().En}");
        var none = new Text("không có thời hạn", "no time limit");
        var (from, to) = (before?.Describe() ?? none, after?.Describe() ?? none);
        return new Text($"{from.Vi} → {to.Vi}", $"{from.En} → {to.En}");
    }

    public static Text Joined(IEnumerable<Text> parts, string between = ", ")
    {
        var all = parts.ToList();
        return new Text(string.Join(between, all.Select(p => p.Vi)), string.Join(between, all.Select(p => p.En)));
    }

    public static Text Capital(Text text) => new(Capital(text.Vi), Capital(text.En));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
