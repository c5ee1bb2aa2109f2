using System.Text.Json.Nodes;
using IsoE.Office.Procedures.Editing.Source;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Editing;

/// <summary>One thing an author does to an ISO text. The same edit of the same text gives the same text.</summary>
public abstract record TextEdit
{
    private protected TextEdit()
    {
    }

    /// <exception cref="RejectedException">The edit does not fit.</exception>
    internal abstract string Apply(TextDraft draft);

    internal static YamlSource Source(TextDraft draft) => new(draft.Content, draft.Root);
}

/// <summary>Sets keys of the mapping at a path; a null value removes its key, an equal one leaves it as it is written.</summary>
/// <param name="Path">Empty for the front matter itself.</param>
/// <param name="Order">All keys of the mapping in the order in which they are written.</param>
public sealed record SetValues(string Path, IReadOnlyList<KeyValuePair<string, JsonNode?>> Values, IReadOnlyList<string> Order) : TextEdit
{
    internal override string Apply(TextDraft draft)
    {
        foreach (var (key, value) in Values) draft = Set(draft, key, value);
        return draft.Content;
    }

    private TextDraft Set(TextDraft draft, string key, JsonNode? value)
    {
        var known = draft.Mapping(Path).Find(key);
        if (Same(known, value)) return draft;
        // Inside a mapping that is there only the keys that differ change.
        if (known is YamlMapping inner && value is JsonObject given)
        {
            var values = inner.Entries.Select(entry => entry.Key.Value).Union(given.Select(entry => entry.Key)).ToDictionary(name => name, name => given[name]);
            return draft.With(new SetValues(Path.Length == 0 ? key : $"{Path}.{key}", [.. values], [.. given.Select(entry => entry.Key)]));
        }
        var (next, problem) = TextDraft.Read(Source(draft).Set(draft.Mapping(Path), key, value, Order));
        return next ?? throw new RejectedException("edit-refused", problem!);
    }

    private static bool Same(YamlPart? part, JsonNode? value) => (part, value) switch
    {
        (null, null) => true,
        (YamlScalar { IsNothing: true }, null) => true,
        (YamlScalar scalar, JsonValue given) => scalar.Value == (given.GetValueKind() == System.Text.Json.JsonValueKind.String ? given.GetValue<string>() : given.ToJsonString()),
        (YamlMapping map, JsonObject given) => map.Entries.Count == given.Count && map.Entries.All(entry => given.TryGetPropertyValue(entry.Key.Value, out var other) && Same(entry.Value, other)),
        (YamlList list, JsonArray given) => list.Items.Count == given.Count && list.Items.Zip(given).All(pair => Same(pair.First, pair.Second)),
        _ => false,
    };
}

/// <summary>Adds an item at the end of a list of the mapping at a path; the list is made when it is not there.</summary>
public sealed record AddItem(string Path, string List, JsonObject Item, IReadOnlyList<string> Order) : TextEdit
{
    internal override string Apply(TextDraft draft) => Source(draft).Add(draft.Mapping(Path), List, Item, Order);
}

/// <summary>Removes an item of a list.</summary>
public sealed record RemoveItem(string Path, string List, int Index) : TextEdit
{
    internal override string Apply(TextDraft draft)
    {
        var map = draft.Mapping(Path);
        return map.Find(List) is YamlList list && Index >= 0 && Index < list.Items.Count
            ? Source(draft).RemoveItem(map, List, Index)
            : throw new RejectedException("no-such-item", new Text(
                $"Danh sách “{List}” không còn mục thứ {Index + 1}. Hãy tải lại trang.",
                $"The list “{List}” has no item {Index + 1} any more. Load the page again."));
    }
}

/// <summary>Moves an item of a list by places: up when negative. It stops at the ends.</summary>
public sealed record MoveItem(string Path, string List, int Index, int By) : TextEdit
{
    internal override string Apply(TextDraft draft)
    {
        var at = Index;
        var target = Math.Clamp(Index + By, 0, Math.Max(draft.Mapping(Path).Find(List) is YamlList list ? list.Items.Count - 1 : 0, 0));
        while (at != target && draft.Mapping(Path).Find(List) is YamlList items && Index >= 0 && Index < items.Items.Count)
        {
            var (next, _) = TextDraft.Read(Source(draft).SwapWithNext(items, Math.Min(at, target > at ? at : at - 1)));
            draft = next!;
            at += Math.Sign(target - at);
        }
        return draft.Content;
    }
}

/// <summary>Writes a section of the Markdown body; one that is not there is added before the English summary.</summary>
public sealed record SetSection(string Title, string Markdown) : TextEdit
{
    internal override string Apply(TextDraft draft)
    {
        var written = Markdown.ReplaceLineEndings("\n").Trim();
        if (written.Split('\n').Any(line => line.StartsWith("# ", StringComparison.Ordinal)))
            throw new RejectedException("heading-in-section", new Text(
                "Trong mục không dùng tiêu đề cấp một (“# ”). Hãy dùng “## ” cho tiêu đề con.",
                "A section holds no heading of the first level (“# ”). Use “## ” for headings inside it."))
            {
                Field = "Markdown",
            };
        var (content, newLine) = (draft.Content, draft.Content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
        var sections = TextSections.Of(content, draft.BodyStart);
        var known = sections.FirstOrDefault(section => section.Title == Title);
        if (known is not null && content[known.Start..known.End].ReplaceLineEndings("\n").Trim() == written) return content;
        var body = $"\n{written}\n";
        if (known is not null)
            return content[..known.Start] + (known.End < content.Length ? body + "\n" : body).ReplaceLineEndings(newLine) + content[known.End..];
        var before = sections.FirstOrDefault(section => section.Title == "Summary in English");
        var at = before is null ? content.Length : content.LastIndexOf("# ", before.Start - 1, StringComparison.Ordinal);
        var gap = before is null && !content.EndsWith('\n') ? "\n\n" : before is null ? "\n" : "";
        return content[..at] + $"{gap}# {Title}\n{body}{(before is null ? "" : "\n")}".ReplaceLineEndings(newLine) + content[at..];
    }
}

/// <summary>Takes keys of the front matter and whole sections over from another draft, as they are written there.</summary>
public sealed record TakeText(IReadOnlyList<string> Keys, IReadOnlyList<string> Sections, TextDraft From) : TextEdit
{
    internal override string Apply(TextDraft draft)
    {
        foreach (var key in Keys)
        {
            var order = From.Root.Entries.Select(entry => entry.Key.Value).ToList();
            var (next, problem) = TextDraft.Read(Source(draft).Take(key, Source(From), order));
            draft = next ?? throw new RejectedException("edit-refused", problem!);
        }
        return Sections.Aggregate(draft, (text, title) => text.With(new SetSection(title, From.Sections.FirstOrDefault(section => section.Title == title)?.Markdown ?? ""))).Content;
    }
}
