using System.Text.Json;
using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Says what the edits of a flow mean: every edit in exactly one change.</summary>
internal sealed class FlowChanges(FlowView before, FlowView after)
{
    private const string Connections = "connections";
    private const string Drawing = "drawing";
    private static readonly string[] Bookkeeping =
        ["id", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "isReadonly", "isSystem", "materializerName", "links"];

    private static readonly Dictionary<string, Text> Heads = new(StringComparer.Ordinal)
    {
        ["definitionId"] = new("mã quy trình", "code"),
        ["name"] = new("tên", "name"),
        ["description"] = new("mô tả", "description"),
        ["inputs"] = new("dữ liệu vào", "inputs"),
        ["outputs"] = new("dữ liệu ra", "outputs"),
        ["outcomes"] = new("kết quả của quy trình", "outcomes"),
        ["options"] = new("tùy chọn chạy, cách xử lý sự cố", "options, handling of incidents"),
    };

    private readonly ActivityChanges activities = new(before, after);
    private readonly LeadChanges leads = new(before, after);

    public IEnumerable<Change> Of(IReadOnlyList<TreeEdit> edits)
    {
        var placed = edits.Select(e => (Edit: e, Place: FlowPlace.Of(e, before.Form.Tree, after.Form.Tree))).ToList();
        if (edits.Count > 0 && (before.Form.Definition is null || after.Form.Definition is null))
            return placed.GroupBy(p => (p.Place.Activity, IsWhole: p.Edit.Path.Count == 0)).Select(g => Listed(g.Key.Activity, [.. g.Select(p => p.Edit)]));
        var whole = placed.Where(p => p.Place is { Activity: not null, Property: "" }).Select(p => p.Place.Activity!).ToHashSet(StringComparer.Ordinal);
        return placed.GroupBy(p => KeyOf(p.Place, p.Edit, whole))
            .Select(g => Told(g.Key, [.. g.Select(p => p.Edit)]))
            .Concat(Moved())
            .OrderBy(Rank).ThenBy(c => c.ActivityId, StringComparer.Ordinal).ThenBy(c => c.Kind);
    }

    /// <summary>Without both definitions nobody can say what an edit means: it is listed by its place.</summary>
    private Change Listed(string? activity, IReadOnlyList<TreeEdit> edits)
    {
        if (edits is [{ Path.Count: 0 }])
            return new Change(ChangeKind.Unreadable, Flow, new(
                "thay toàn bộ; một trong hai bản không đọc được nên không so sánh từng phần", "replaced as a whole; one of the two cannot be read and compared in parts"), edits);
        var places = string.Join(", ", edits.Select(e => e.Place));
        return new Change(ChangeKind.Unreadable, activity is null ? Flow : Subject(activity), new(
            $"sửa tại {places} (một trong hai bản không đọc được nên chỉ liệt kê chỗ sửa)", $"changed at {places} (one of the two cannot be read: the places are only listed)"), edits)
        { ActivityId = activity };
    }

    private Key KeyOf(FlowPlace place, TreeEdit edit, HashSet<string> whole)
    {
        if (place.Activity is not { } id) return new Key(null, Bookkeeping.Contains(place.Property) ? "version" : place.Property, VariableOf(place));
        if (place.Property == "") return new Key(id, "", "");
        if (place.Property == Connections) return OfConnection(id, place, edit, whole);
        if (IsDrawn(id, place)) return new Key(null, Drawing, "");
        if (place.Property == "metadata") return new Key(id, "title", "");
        var property = place.Property == "customProperties" && place.Inner.Count > 0 ? $"customProperties/{place.Inner[0]}" : place.Property;
        return new Key(id, ActivityChanges.GroupOf(property), VariableOf(place));
    }

    private static string VariableOf(FlowPlace place) => place is { Property: "variables", Inner: [var variable, ..] } ? variable : "";

    private Key OfConnection(string flowchart, FlowPlace place, TreeEdit edit, HashSet<string> whole)
    {
        if (place.Inner is [_] && Connected(edit) is (var source, var port))
            return whole.Contains(source) ? new Key(source, "", "") : new Key(flowchart, Connections, $"{source}\n{port}");
        var drawn = place.Inner is [_, "vertices", ..] or [_, "target", "port", ..] || (edit is Rearranged && leads.KeepOrder(flowchart));
        return drawn ? new Key(null, Drawing, "") : new Key(flowchart, "order", "");
    }

    /// <summary>Positions, sizes and paths of the designer; the order of activities as long as the beginning stays.</summary>
    private bool IsDrawn(string id, FlowPlace place) => place.Property switch
    {
        "nodeId" => true,
        "metadata" => after.Find(id)?.LiteralText("title") is not null || before.Find(id)?.DisplayText == after.Find(id)?.DisplayText,
        "customProperties" => place.Inner is ["notFoundConnections", ..],
        "activities" => Beginning(before, id) == Beginning(after, id),
        _ => false,
    };

    private static string? Beginning(FlowView view, string flowchart) =>
        view.Find(flowchart) is { Type.TypeName: "Elsa.Flowchart" } chart ? FlowGraph.Of(chart).Start?.Id : null;

    private Change Told(Key key, IReadOnlyList<TreeEdit> edits)
    {
        if (key.Activity is not { } id) return Around(key, edits);
        var subject = Subject(id);
        return key.Group switch
        {
            "" => Whole(id, edits),
            Connections => leads.Of(id, key.Detail.Split('\n')[0], key.Detail.Split('\n')[1], Subject, edits),
            "order" => new Change(ChangeKind.Structure, subject, new("thứ tự hoặc cách ghi các đường đi thay đổi", "order or writing of the connections changed"), edits) { ActivityId = id },
            "activities" => new Change(ChangeKind.Structure, subject, new("thứ tự ghi các bước và điểm bắt đầu thay đổi", "order of the activities and the beginning changed"), edits) { ActivityId = id },
            "variables" => Variable(edits),
            _ => activities.Of(id, key.Group, subject, edits),
        };
    }

    private Change Around(Key key, IReadOnlyList<TreeEdit> edits) => key.Group switch
    {
        Drawing => new Change(ChangeKind.Drawing, Flow, new(
            "chỉ hình vẽ thay đổi (vị trí, kích thước, đường vẽ), nội dung không đổi", "only the drawing changed (positions, sizes, lines), not what it says"), edits),
        "version" => Version(edits),
        "variables" => Variable(edits),
        _ => Head(key.Group, edits),
    };

    private static Change Head(string property, IReadOnlyList<TreeEdit> edits)
    {
        var label = Heads.GetValueOrDefault(property) ?? new Text($"thuộc tính “{property}”", $"property “{property}”");
        var what = edits is [{ Path.Count: 1 }] ? Say.Pair(label, Old(edits), New(edits)) : new Text($"sửa {label.Vi}", $"{label.En} changed");
        return new Change(ChangeKind.Structure, Flow, what, edits) { Before = Old(edits), After = New(edits) };
    }

    private static Change Version(IReadOnlyList<TreeEdit> edits)
    {
        var number = edits.OfType<Replaced>().FirstOrDefault(e => e.Path[0] == "version");
        var what = number is null
            ? new Text($"dữ liệu quản lý tệp thay đổi ({string.Join(", ", edits.Select(e => e.Path[0]).Distinct())})", $"data of the file changed ({string.Join(", ", edits.Select(e => e.Path[0]).Distinct())})")
            : Say.Pair(new("phiên bản", "version"), Say.Plain(Values.ToText(number.Before)), Say.Plain(Values.ToText(number.After)));
        return new Change(ChangeKind.Version, Flow, what, edits);
    }

    private Change Variable(IReadOnlyList<TreeEdit> edits)
    {
        var label = new Text("biến", "variable");
        Text? Name(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("name", out var name) ? Say.Quoted(Say.Plain(Values.ToText(name))) : null;
        var what = edits switch
        {
            [Inserted e] when Name(e.After) is { } name => Say.Thing(label, null, name),
            [Removed e] when Name(e.Before) is { } name => Say.Thing(label, name, null),
            [Rearranged] => new Text("thứ tự khai báo các biến thay đổi", "order of the variables changed"),
            _ => Varied(edits),
        };
        return new Change(ChangeKind.Variable, Flow, what, edits) { Before = Old(edits), After = New(edits) };
    }

    private Text Varied(IReadOnlyList<TreeEdit> edits)
    {
        var item = edits[0].Path.Take(edits[0].Path.ToList().LastIndexOf("variables") + 2).ToList();
        var (name, properties) = (after.Form.Tree.Text([.. item, "name"]) ?? item[^1], string.Join(", ", edits.Select(e => e.Path[^1])));
        return new Text($"biến “{name}” thay đổi ({properties})", $"variable “{name}” changed ({properties})");
    }

    private Change Whole(string id, IReadOnlyList<TreeEdit> edits)
    {
        var (old, now) = (before.Find(id), after.Find(id));
        if (edits.OfType<Replaced>().Any() || (old is not null && now is not null))
            return new Change(ChangeKind.Structure, Subject(id), new("chuyển sang phần khác của lưu đồ hoặc thay cả bước", "moved to another part of the flow, or replaced"), edits) { ActivityId = id };
        var view = now is not null ? after : before;
        var described = new WholeActivity(view, id).Described();
        var isStep = view.IsStep(id);
        return now is not null
            ? new Change(isStep ? ChangeKind.StepAdded : ChangeKind.ActivityAdded, Subject(id), new($"thêm mới – {described.Vi}", $"added – {described.En}"), edits) { ActivityId = id, After = described }
            : new Change(isStep ? ChangeKind.StepRemoved : ChangeKind.ActivityRemoved, Subject(id), new($"bỏ – {described.Vi}", $"dropped – {described.En}"), edits) { ActivityId = id, Before = described };
    }

    /// <summary>Steps that stand at another place among those both versions have.</summary>
    private IEnumerable<Change> Moved()
    {
        var (old, now) = (before.Steps.Where(s => after.Number(s) is not null).ToArray(), after.Steps.Where(s => before.Number(s) is not null).ToArray());
        var moved = SequenceDiff.Between([], old, now).SelectMany(run => run.After).ToHashSet(StringComparer.Ordinal);
        return moved.Select(id => new Change(ChangeKind.StepMoved, Subject(id), new(
            $"đổi thứ tự: từ bước {before.Number(id)} thành bước {after.Number(id)}", $"moved from step {before.Number(id)} to step {after.Number(id)}"), [])
        { ActivityId = id });
    }

    /// <summary>"Bước 4", "Bước 4 (bản cũ: bước 3)", "Bước 3 (bản cũ)", "Điểm gộp nhánh “join”".</summary>
    private Text Subject(string id) => (before.Number(id), after.Number(id)) switch
    {
        ({ } old, { } now) when old == now => new($"Bước {now}", $"Step {now}"),
        ({ } old, { } now) => new($"Bước {now} (bản cũ: bước {old})", $"Step {now} (was step {old})"),
        (null, { } now) => new($"Bước {now}", $"Step {now}"),
        ({ } old, null) => new($"Bước {old} (bản cũ)", $"Step {old} (old version)"),
        _ when after.Form.Definition?.Root.Id == id || before.Form.Definition?.Root.Id == id => Flow,
        _ => Say.Capital(after.Find(id) is null ? before.Name(id) : after.Name(id)),
    };

    private double Rank(Change change) => change switch
    {
        { Kind: ChangeKind.Drawing } => 1e9,
        { Kind: ChangeKind.Version } => 9e8,
        { ActivityId: { } id } when after.Number(id) is { } number => number,
        { ActivityId: { } id } when before.Number(id) is { } number => number + 0.5,
        { ActivityId: not null } => 1e6,
        _ => 1e7,
    };

    private static (string Source, string Port)? Connected(TreeEdit edit)
    {
        var json = edit switch { Inserted e => e.After, Removed e => e.Before, _ => default };
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("source", out var source)
            && source.TryGetProperty("activity", out var activity)
            ? (Values.ToText(activity), source.TryGetProperty("port", out var port) ? Values.ToText(port) : "Done")
            : null;
    }

    private static Text? Old(IReadOnlyList<TreeEdit> edits) => edits switch { [Replaced e] => InputWords.Value(e.Before), [Removed e] => InputWords.Value(e.Before), _ => null };

    private static Text? New(IReadOnlyList<TreeEdit> edits) => edits switch { [Replaced e] => InputWords.Value(e.After), [Inserted e] => InputWords.Value(e.After), _ => null };

    private static Text Flow { get; } = new("Lưu đồ", "Flow");

    /// <summary>What edits are told together.</summary>
    private sealed record Key(string? Activity, string Group, string Detail);
}
