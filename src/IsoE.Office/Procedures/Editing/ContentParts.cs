using IsoE.Office.Procedures.Editing.Source;
using IsoE.Workflows;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures.Editing;

/// <summary>What kind of thing a part of a content is.</summary>
public enum PartKind
{
    /// <summary>A whole definition that cannot be read.</summary>
    Flow,

    /// <summary>A whole ISO text that cannot be read.</summary>
    Text,

    /// <summary>An activity with the ways out of it.</summary>
    Step,

    /// <summary>A key of the front matter.</summary>
    Key,

    /// <summary>A section of the Markdown body.</summary>
    Section,
}

/// <param name="Name">Id of the activity, key, or title of the section; empty for a whole text.</param>
public sealed record PartId(PartKind Kind, string Name);

/// <summary>A part of a draft that two authors have left in different states.</summary>
/// <param name="Label">The name of a step; the key or title for the text.</param>
/// <param name="Base">What both began with; null where it was not there, as for the others.</param>
public sealed record PartConflict(PartId Id, Text Label, string? Base, string? Theirs, string? Mine)
{
    public bool ChangedByMe => Mine != Base;

    public bool ChangedByThem => Theirs != Base;

    /// <summary>Both changed it, so that somebody has to choose.</summary>
    public bool IsDisputed => ChangedByMe && ChangedByThem;
}

/// <summary>Cuts a content into the parts that people edit, and puts parts of one content into another.</summary>
public static class ContentParts
{
    /// <summary>The parts in which two contents differ, in the order of the flow and of the text.</summary>
    /// <param name="common">What both were made from.</param>
    public static IReadOnlyList<PartConflict> Differences(ProcedureContent common, ProcedureContent theirs, ProcedureContent mine)
    {
        ProcedureContent[] all = [common, theirs, mine];
        // What one of them cannot be read in is chosen as a whole.
        var (flows, texts) = (all.All(each => FlowDraft.Read(each.Flow).Draft is not null), all.All(each => TextDraft.Read(each.Text).Draft is not null));
        List<Part> Parts(ProcedureContent content) => [.. FlowParts(content.Flow, flows), .. TextParts(content.Text, texts)];
        var (before, left, right) = (Parts(common), Parts(theirs), Parts(mine));
        return [.. right.Select(part => part.Id).Union(left.Select(part => part.Id))
            .Select(id => new PartConflict(id, (Find(right, id) ?? Find(left, id))!.Label, Find(before, id)?.Value, Find(left, id)?.Value, Find(right, id)?.Value))
            .Where(part => part.Theirs != part.Mine)];
    }

    /// <summary>A content with some parts as another one has them.</summary>
    /// <exception cref="RejectedException">The parts do not fit together.</exception>
    public static ProcedureContent Take(ProcedureContent into, ProcedureContent from, IReadOnlyCollection<PartId> parts) => new(
        TakeFlow(into.Flow, from.Flow, parts), TakeText(into.Text, from.Text, parts));

    private static string TakeFlow(string into, string from, IReadOnlyCollection<PartId> parts)
    {
        if (parts.Any(part => part.Kind == PartKind.Flow)) return from;
        var steps = parts.Where(part => part.Kind == PartKind.Step).Select(part => part.Name).ToList();
        return steps.Count == 0 ? into : FlowDraft.Read(into).Draft!.With(new TakeOver(steps, FlowDraft.Read(from).Draft!)).Json;
    }

    private static string TakeText(string into, string from, IReadOnlyCollection<PartId> parts)
    {
        if (parts.Any(part => part.Kind == PartKind.Text)) return from;
        var keys = parts.Where(part => part.Kind == PartKind.Key).Select(part => part.Name).ToList();
        var sections = parts.Where(part => part.Kind == PartKind.Section).Select(part => part.Name).ToList();
        return keys.Count + sections.Count == 0 ? into
            : TextDraft.Read(into).Draft!.With(new TakeText(keys, sections, TextDraft.Read(from).Draft!)).Content;
    }

    private static Part? Find(List<Part> parts, PartId id) => parts.FirstOrDefault(part => part.Id == id);

    private static IEnumerable<Part> FlowParts(string flow, bool cut)
    {
        if (!cut)
            return [new Part(new PartId(PartKind.Flow, ""), new Text("Quy trình điện tử", "Workflow definition"), flow)];
        return FlowTable.Of(FlowDraft.Read(flow).Draft!).Rows.Select(row => new Part(
            new PartId(PartKind.Step, row.Id), row.Title, Values.ToJson(row.Activity.Json) + "\n" + string.Join('\n', row.Ways.Select(way => $"{way.Outcome} → {string.Join(", ", way.Targets.Order(StringComparer.Ordinal))}"))));
    }

    private static IEnumerable<Part> TextParts(string text, bool cut)
    {
        if (!cut)
            return [new Part(new PartId(PartKind.Text, ""), new Text("Văn bản ISO", "ISO text"), text)];
        var draft = TextDraft.Read(text).Draft!;
        var source = new YamlSource(draft.Content, draft.Root);
        return draft.Root.Entries.Select(entry => entry.Key.Value)
            .Select(key => new Part(new PartId(PartKind.Key, key), new Text(key, key), source.LinesOf(key)))
            .Concat(draft.Sections.Select(section => new Part(new PartId(PartKind.Section, section.Title), new Text(section.Title, section.Title), section.Markdown)));
    }

    private sealed record Part(PartId Id, Text Label, string Value);
}
