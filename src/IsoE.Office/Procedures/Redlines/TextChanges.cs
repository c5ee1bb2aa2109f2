using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Says what the edits of an ISO text mean: every edit in exactly one change.</summary>
internal sealed class TextChanges(Tree before, Tree after)
{
    public IEnumerable<Change> Of(IReadOnlyList<TreeEdit> edits)
    {
        if (edits is [Replaced { Path.Count: 0 }]) return [Unreadable(edits)];
        var front = edits.Where(e => e.Path[0] == TextForm.Front).Select(e => (Edit: e, Place: TextPlace.Of(e, before, after)))
            .GroupBy(p => p.Place.Key)
            .Select(g => Told(g.First().Place, [.. g.Select(p => p.Edit)]))
            .OrderBy(c => c.Kind == ChangeKind.Control).ToList();
        return [.. front.Where(c => c.Kind != ChangeKind.Control), .. edits.Where(e => e.Path[0] == TextForm.Body).Select(Spoken), .. front.Where(c => c.Kind == ChangeKind.Control)];
    }

    private static Change Unreadable(IReadOnlyList<TreeEdit> edits) => new(ChangeKind.Unreadable, new("Văn bản quy trình", "ISO text"), new(
        "thay toàn bộ; một trong hai bản không đọc được nên không so sánh từng phần", "replaced as a whole; one of the two cannot be read and compared in parts"), edits);

    private Change Told(TextPlace place, IReadOnlyList<TreeEdit> edits)
    {
        var kind = place.Path.Count > 1 ? TextWords.KindOf(place.Path[1]) : ChangeKind.Matter;
        if (edits is [Rearranged] && place.Field.Length == 0)
            return new Change(kind, Subject(place), new("chỉ thứ tự ghi trong tệp thay đổi", "only the order in the file changed"), edits);
        if (place.Field.Length == 0) return Whole(kind, place, edits);
        if (edits is [Rearranged { Path: var path }] && path.SequenceEqual(place.Path) && (after.Find(path) ?? before.Find(path)) is { } list && !TextPlace.IsOneValue(list))
            return new Change(kind, Subject(place), new($"thứ tự {TextWords.Label(place.Owner, place.Field).Vi} thay đổi", $"order of {TextWords.Label(place.Owner, place.Field).En} changed"), edits);
        var (old, now) = (Value(before, place), Value(after, place));
        var label = TextWords.Label(place.Owner, place.Field);
        return new Change(kind, Subject(place), What(place, label, old, now), edits) { Before = old, After = now };
    }

    private Text What(TextPlace place, Text label, Text? old, Text? now)
    {
        if (TimeLimit.TryParse(before.Text(place.Path), out var was) && TimeLimit.TryParse(after.Text(place.Path), out var @is) && place.Field == "limit")
            return Say.Limits(was, @is);
        if (old is not null && now is not null && old.Vi == now.Vi)
            return old.En == now.En
                ? new Text($"cách ghi {label.Vi} thay đổi", $"writing of {label.En} changed")
                : new Text($"sửa {label.Vi} (bản tiếng Anh)", $"{label.En} changed (English)");
        return IsLong(old) || IsLong(now)
            ? new Text($"{(old is null ? "thêm" : now is null ? "bỏ" : "sửa")} {label.Vi}", $"{label.En} {(old is null ? "added" : now is null ? "dropped" : "changed")}")
            : Say.Pair(label, old, now);
    }

    private static bool IsLong(Text? text) => text?.Vi.Length > 120;

    private static Text? Value(Tree tree, TextPlace place) =>
        tree.Find(place.Path) is { } found ? TextValues.Of(place.Owner, place.Field, found.ToJson()) : null;

    private Change Whole(ChangeKind kind, TextPlace place, IReadOnlyList<TreeEdit> edits)
    {
        var (old, now) = (Summary(before, place), Summary(after, place));
        var what = (old, now) switch
        {
            (null, not null) => new Text("thêm mới", "added"),
            (not null, null) => new Text("bỏ", "dropped"),
            _ => new Text("thay", "replaced"),
        };
        return new Change(kind, Subject(place), what, edits) { Before = old, After = now };
    }

    /// <summary>Every value of an item, one after the other.</summary>
    private static Text? Summary(Tree tree, TextPlace place)
    {
        if (tree.Find(place.Path) is not { } item) return null;
        var owner = place.Items.Count == 0 ? "" : place.Items[^1].List;
        if (TextPlace.IsOneValue(item)) return TextValues.Of(owner, "", item.ToJson());
        return Say.Joined(item.Branches.Select(b =>
        {
            var (label, value) = (TextWords.Label(owner, b.Name), TextValues.Of(owner, b.Name, b.Tree.ToJson()) ?? Say.Plain("–"));
            return new Text($"{label.Vi}: {value.Vi}", $"{label.En}: {value.En}");
        }), "; ");
    }

    /// <summary>The items the value is in, by the names readers know: "Biểu mẫu nhập liệu “Thẩm định”, trường “Ý kiến”".</summary>
    private Text Subject(TextPlace place)
    {
        var items = place.Items.Where(i => i.Key.Length > 0).Select(i => TextWords.Item(i, after.Find(i.Path) ?? before.Find(i.Path)!)).ToList();
        if (items.Count > 0) return Say.Capital(Say.Joined(items));
        return Say.Capital(place.Items.Count > 0 ? TextWords.Label("", place.Items[0].List) : TextWords.Whole);
    }

    private Change Spoken(TreeEdit edit)
    {
        var title = edit.Path.Count > 1 ? edit.Path[1] : "";
        var subject = title.Length == 0 ? new Text("Phần viết", "Written part") : new Text($"Mục “{title}”", $"Section “{title}”");
        return edit switch
        {
            Respoken e => Paragraph(subject, e),
            Inserted => new Change(ChangeKind.Prose, subject, new("thêm mục", "section added"), [edit]) { After = Section(after, title) },
            Removed => new Change(ChangeKind.Prose, subject, new("bỏ mục", "section dropped"), [edit]) { Before = Section(before, title) },
            _ => new Change(ChangeKind.Prose, subject, new("thứ tự các mục thay đổi", "order of the sections changed"), [edit]),
        };
    }

    private static Change Paragraph(Text subject, Respoken edit)
    {
        var (old, now) = (edit.Before.Count, edit.After.Count);
        var (at, verb, en) = (edit.Index + 1, old == 0 ? "thêm" : now == 0 ? "bỏ" : "sửa", old == 0 ? "added" : now == 0 ? "dropped" : "changed");
        var count = Math.Max(old, now);
        var what = count == 1
            ? new Text($"{verb} đoạn {at}", $"paragraph {at} {en}")
            : new Text($"{verb} {count} đoạn từ đoạn {at}", $"{count} paragraphs from {at} on {en}");
        return new Change(ChangeKind.Prose, subject, what, [edit]) { Before = Joined(edit.Before), After = Joined(edit.After) };
    }

    private static Text? Joined(IReadOnlyList<string> paragraphs) => paragraphs.Count == 0 ? null : Say.Plain(string.Join("\n\n", paragraphs));

    private static Text? Section(Tree tree, string title) =>
        tree.Find([TextForm.Body, title, TextForm.Paragraphs]) is { } found ? Joined([.. found.ToJson().EnumerateArray().Select(Values.ToText)]) : null;
}
