using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>A person in a role does something and chooses an outcome.</summary>
internal sealed class UserTask : ActivityType
{
    public override string TypeName => "IsoE.UserTask";

    public override Text DisplayName { get; } = new("Công việc", "User task");

    public override Text Description { get; } = new(
        "Một người giữ vai trò thực hiện công việc và chọn kết quả.",
        "A person in a role does the work and chooses an outcome.");

    public override Text Category => Shelf.Office;

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        StepInputs.Title,
        StepInputs.TitleEn,
        StepInputs.About,
        new("role", "String", new("vai trò", "role"), new("Mã vai trò thực hiện.", "Code of the role that acts."), Required: true, UiHint: "isoe-role"),
        new("unit", "String", new("đơn vị", "unit"), new("Mã đơn vị; bỏ trống là mọi đơn vị có vai trò.", "Code of the unit; empty for any unit with the role.")),
        new("assignee", "Object", new("giao đích danh", "assignee"), new("Người được giao đích danh {id, name}; bỏ trống là ai giữ vai trò cũng làm được.", "The person it is given to by name {id, name}; empty for anybody with the role.")),
        StepInputs.Limit,
        StepInputs.DueOn,
        StepInputs.Clock,
        StepInputs.WaitsFor,
        StepInputs.Form,
        new("outcomes", "String[]", new("kết quả", "outcomes"), new("Các kết quả có thể chọn.", "The outcomes to choose from."), Required: true, UiHint: "dynamic-outcomes"),
        StepInputs.OutcomeLabels,
        StepInputs.Record,
        new("isoClause", "String", new("điều khoản ISO", "ISO clause"), new("Điều khoản ISO 9001 được chứng minh.", "Clause of ISO 9001 it gives evidence for.")),
        new("instructions", "String", new("hướng dẫn", "instructions"), new("Hướng dẫn thực hiện.", "How to do it."), UiHint: "multiline"),
        new("instructionsEn", "String", new("hướng dẫn (tiếng Anh)", "instructions in English"), new("Hướng dẫn bằng tiếng Anh.", "How to do it, in English."), UiHint: "multiline"),
        StepInputs.OnTimeout,
        new("separateFrom", "String[]", new("tách biệt với", "separate from"), new("Các bước mà người đã thực hiện không được làm bước này.", "Activities whose performer may not do this one."), UiHint: "multi-text"),
        new("independentOf", "String", new("độc lập với đơn vị", "independent of"), new("Mã đơn vị được đánh giá; người của đơn vị đó không được làm bước này.", "Code of the unit that is judged; its own people may not do this.")),
        StepInputs.Milestone,
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } = [StepInputs.Result];

    public override IReadOnlyList<string>? OutcomesOf(Activity activity) => activity.LiteralTexts("outcomes");

    internal override void Execute(ActivityRun run)
    {
        var (clock, waitsFor) = StepInputs.ClockOf(run);
        var outcomes = run.Texts("outcomes");
        if (outcomes.Count == 0)
        {
            throw run.Missing("outcomes");
        }

        run.Suspend(new Execution.UserTask(
            StepInputs.TitleOf(run),
            run.RequiredText("role"),
            run.Text("unit"),
            StepInputs.LimitOf(run),
            clock,
            waitsFor,
            run.Text("form"),
            outcomes,
            Labels(run.Value("outcomeLabels")),
            run.Text("record"),
            run.Text("isoClause"),
            run.Bilingual("instructions", "instructionsEn"),
            StepInputs.OneOf(run, "onTimeout", [Timeouts.Warn, Timeouts.Escalate, .. outcomes]) ?? Timeouts.Warn,
            run.Texts("separateFrom"),
            StepInputs.OneOf(run, "milestone", StepInputs.MilestoneValues))
        {
            About = run.Text("about"),
            Assignee = AssigneeOf(run),
            IndependentOf = run.Text("independentOf"),
            DueOn = StepInputs.DayOf(run),
        });
    }

    /// <exception cref="ActivityFailedException">Somebody is to be named, but nobody is: the task must not fall to everybody.</exception>
    private static Assignee? AssigneeOf(ActivityRun run)
    {
        if (!run.Activity.Inputs.ContainsKey("assignee"))
        {
            return null;
        }

        var given = run.Value("assignee");
        return given.ValueKind == JsonValueKind.Object
            && given.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && given.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? new Assignee(id.GetString()!, name.GetString()!)
            : throw run.Missing("assignee");
    }

    private static SortedDictionary<string, Text> Labels(JsonElement labels)
    {
        var read = new SortedDictionary<string, Text>(StringComparer.Ordinal);
        if (labels.ValueKind == JsonValueKind.Object)
        {
            foreach (var label in labels.EnumerateObject())
            {
                read[label.Name] = Label(label.Value);
            }
        }

        return read;
    }

    private static Text Label(JsonElement label)
    {
        if (label.ValueKind != JsonValueKind.Object)
        {
            return new Text(Values.ToText(label), Values.ToText(label));
        }

        var vi = label.TryGetProperty("vi", out var first) ? Values.ToText(first) : "";
        var en = label.TryGetProperty("en", out var second) ? Values.ToText(second) : "";
        return new Text(vi.Length > 0 ? vi : en, en.Length > 0 ? en : vi);
    }
}
