using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Says what the edits of one property of one activity mean.</summary>
internal sealed class ActivityChanges(FlowView before, FlowView after)
{
    /// <summary>Properties that are one thing to a reader, by the name under which their edits are told together.</summary>
    private static readonly Dictionary<string, string> Together = new(StringComparer.Ordinal)
    {
        ["titleEn"] = "title",
        ["waitsFor"] = "clock",
        ["outcomeLabels"] = "outcomes",
        ["branches"] = "outcomes",
        ["cases"] = "condition",
        ["subjectEn"] = "subject",
        ["messageEn"] = "message",
        ["instructionsEn"] = "instructions",
        ["customProperties/mergeMode"] = "mode",
    };

    public static string GroupOf(string property) => Together.GetValueOrDefault(property, property);

    /// <param name="group">As <see cref="GroupOf"/> gives it.</param>
    public Change Of(string id, string group, Text subject, IReadOnlyList<TreeEdit> edits)
    {
        var (old, now) = (before.Find(id), after.Find(id));
        var (kind, what, was, @is) = Told(id, group, old, now);
        return new Change(kind, subject, what, edits) { ActivityId = id, Before = was, After = @is };
    }

    private (ChangeKind Kind, Text What, Text? Before, Text? After) Told(string id, string group, Activity? old, Activity? now) => group switch
    {
        "title" => Paired(ChangeKind.Title, new("tên", "title"), Title(old), Title(now)),
        "role" => Paired(ChangeKind.Role, new("trách nhiệm", "responsible"), Named(old, "role", FlowView.RoleName), Named(now, "role", FlowView.RoleName)),
        "unit" => Paired(ChangeKind.Role, new("đơn vị", "unit"), InputWords.Value(old, "unit"), InputWords.Value(now, "unit")),
        "timeLimit" => Limit(id, old, now),
        "clock" => Paired(ChangeKind.Clock, new("cách tính giờ", "clock"), InputWords.Clock(old), InputWords.Clock(now)),
        "form" => Thing(ChangeKind.Form, new("biểu mẫu nhập liệu", "form"), Named(old, "form", before.TaskForm), Named(now, "form", after.TaskForm)),
        "record" => Thing(ChangeKind.Record, new("hồ sơ", "record"), Named(old, "record", before.Record), Named(now, "record", after.Record)),
        "outcomes" => Outcomes(old, now),
        "condition" => Paired(ChangeKind.Condition, new("điều kiện", "condition"), InputWords.Conditions(old), InputWords.Conditions(now)),
        "mode" when now?.Type.TypeName == "Elsa.FlowSwitch" => Paired(ChangeKind.Condition, new("cách chọn", "choice"), InputWords.Value(old, "mode"), InputWords.Value(now, "mode")),
        "mode" => Paired(ChangeKind.Join, new("cách gộp nhánh", "joining"), InputWords.Meeting(old), InputWords.Meeting(now)),
        "onTimeout" => Paired(ChangeKind.Timeout, new("khi hết hạn", "on timeout"), Timeout(old), Timeout(now)),
        "separateFrom" => Paired(ChangeKind.Segregation, new("không cùng người với", "not by the performer of"), Apart(old, before), Apart(now, after)),
        "milestone" => Paired(ChangeKind.Milestone, new("mốc", "milestone"), Named(old, "milestone", InputWords.Word), Named(now, "milestone", InputWords.Word)),
        "instructions" => Long(ChangeKind.Instructions, new("hướng dẫn", "instructions"), InputWords.Bilingual(old, group), InputWords.Bilingual(now, group)),
        "subject" or "message" => Long(ChangeKind.Input, Label(now ?? old, group), InputWords.Bilingual(old, group), InputWords.Bilingual(now, group)),
        "type" => Paired(ChangeKind.Structure, new("loại", "kind"), Say.Quoted(old?.Type.DisplayName ?? Say.Plain("")), Say.Quoted(now?.Type.DisplayName ?? Say.Plain(""))),
        _ when IsOutput(now ?? old, group) => Thing(ChangeKind.Variable, new("biến nhận kết quả", "variable for the result"), Bound(old, group, before), Bound(now, group, after)),
        _ when IsInput(now ?? old, group) => Paired(ChangeKind.Input, Label(now ?? old, group), InputWords.Value(old, group), InputWords.Value(now, group)),
        _ => (ChangeKind.Structure, new($"thuộc tính “{group}” thay đổi", $"property “{group}” changed"), null, null),
    };

    private static (ChangeKind, Text, Text?, Text?) Paired(ChangeKind kind, Text label, Text? old, Text? now) =>
        (kind, Say.Pair(label, old, now), old, now);

    private static (ChangeKind, Text, Text?, Text?) Thing(ChangeKind kind, Text label, Text? old, Text? now) =>
        (kind, Say.Thing(label, old, now), old, now);

    /// <summary>Wording too long for a sentence is shown side by side only.</summary>
    private static (ChangeKind, Text, Text?, Text?) Long(ChangeKind kind, Text label, Text? old, Text? now)
    {
        var what = (old, now) switch
        {
            (null, not null) => new Text($"thêm {label.Vi}", $"{label.En} added"),
            (not null, null) => new Text($"bỏ {label.Vi}", $"{label.En} dropped"),
            ({ } x, { } y) when x.Vi == y.Vi => new Text($"sửa {label.Vi} (bản tiếng Anh)", $"{label.En} changed (English)"),
            _ => new Text($"sửa {label.Vi}", $"{label.En} changed"),
        };
        return (kind, what, old, now);
    }

    private (ChangeKind, Text, Text?, Text?) Limit(string id, Activity? old, Activity? now)
    {
        var all = after.Cases.UnionBy(before.Cases, c => c.Id)
            .Select(c => (c.Name, Old: before.Limit(id, c.Id), Now: after.Limit(id, c.Id))).ToList();
        var cases = all.FindAll(c => c.Old != c.Now);
        if (cases.Count == 0)
            return Paired(ChangeKind.Limit, new("thời hạn", "time limit"), InputWords.Value(old, "timeLimit"), InputWords.Value(now, "timeLimit"));
        var same = cases.DistinctBy(c => (c.Old, c.Now)).Count() == 1 && cases.Count == all.Count;
        var what = same ? Say.Limits(cases[0].Old, cases[0].Now) : Say.Joined(cases.Select(c =>
        {
            var limits = Say.Limits(c.Old, c.Now);
            return new Text($"trường hợp “{c.Name.Vi}”: {limits.Vi}", $"case “{c.Name.En}”: {limits.En}");
        }), "; ");
        return (ChangeKind.Limit, what, Described(cases.Select(c => (c.Name, c.Old)), same), Described(cases.Select(c => (c.Name, c.Now)), same));
    }

    private static Text? Described(IEnumerable<(Text Name, TimeLimit? Limit)> cases, bool same)
    {
        var words = cases.Where(c => c.Limit is not null).Select(c => (c.Name, Words: c.Limit!.Value.Describe())).ToList();
        return words.Count == 0 ? null
            : same ? words[0].Words
            : Say.Joined(words.Select(w => new Text($"{w.Name.Vi}: {w.Words.Vi}", $"{w.Name.En}: {w.Words.En}")), "; ");
    }

    private static (ChangeKind, Text, Text?, Text?) Outcomes(Activity? old, Activity? now)
    {
        if (old?.Outcomes is not { } was || now?.Outcomes is not { } @is)
            return Paired(ChangeKind.Outcomes, new("kết quả", "outcomes"), InputWords.Value(old, "outcomes"), InputWords.Value(now, "outcomes"));
        List<Text> parts = [];
        if (@is.Except(was).ToList() is { Count: > 0 } added) parts.Add(Say.Thing(new("kết quả", "outcome"), null, Labels(now, added)));
        if (was.Except(@is).ToList() is { Count: > 0 } gone) parts.Add(Say.Thing(new("kết quả", "outcome"), Labels(old, gone), null));
        parts.AddRange(was.Intersect(@is).Where(o => OutcomeLabels.Of(old, o) != OutcomeLabels.Of(now, o))
            .Select(o => Say.Pair(new("tên kết quả", "name of the outcome"), Labels(old, [o]), Labels(now, [o]))));
        if (parts.Count == 0) parts.Add(new Text("thứ tự hoặc cách ghi các kết quả", "order or writing of the outcomes"));
        return (ChangeKind.Outcomes, Say.Joined(parts, "; "), Labels(old, was), Labels(now, @is));
    }

    private static Text Labels(Activity activity, IEnumerable<string> outcomes) => Say.Joined(outcomes.Select(o => Say.Quoted(Outcome(activity, o))));

    /// <summary>The name of an outcome; its id where it has no name of its own.</summary>
    public static Text Outcome(Activity activity, string outcome) =>
        OutcomeLabels.Of(activity, outcome) is { Vi.Length: > 0 } label ? label : Say.Plain(outcome);

    private static Text? Timeout(Activity? activity) => activity?.LiteralText("onTimeout") is not { } taken ? null
        : activity.Outcomes?.Contains(taken) == true
            ? new Text($"lấy kết quả {Labels(activity, [taken]).Vi}", $"takes the outcome {Labels(activity, [taken]).En}")
            : InputWords.Word(taken);

    private static Text? Apart(Activity? activity, FlowView view) =>
        activity?.LiteralTexts("separateFrom") is { Count: > 0 } ids ? Say.Joined(ids.Select(view.Name)) : null;

    private static Text? Named(Activity? activity, string input, Func<string, Text> name) =>
        activity?.LiteralText(input) is { } code ? name(code) : InputWords.Value(activity, input);

    private static Text? Title(Activity? activity) =>
        activity is null ? null : Say.Quoted(InputWords.Bilingual(activity, "title") ?? Say.Plain(activity.DisplayText ?? activity.Name));

    private static bool IsInput(Activity? activity, string name) => activity?.Type.Inputs.Any(i => i.Name == name) == true;

    private static bool IsOutput(Activity? activity, string name) => activity?.Type.Outputs.Any(o => o.Name == name) == true;

    private static Text Label(Activity? activity, string input) =>
        activity?.Type.Inputs.FirstOrDefault(i => i.Name == input)?.DisplayName ?? Say.Plain(input);

    private static Text? Bound(Activity? activity, string output, FlowView view) =>
        activity?.OutputBindings.GetValueOrDefault(output) is { } reference
            ? Say.Quoted(Say.Plain(view.Form.Definition?.FindVariable(reference)?.Name ?? reference))
            : null;
}
