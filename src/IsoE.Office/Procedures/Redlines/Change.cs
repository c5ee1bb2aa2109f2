using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>One thing that is different in the new version, and the edits that make it so.</summary>
/// <param name="Subject">What it concerns: "Bước 4", "Thành phần hồ sơ “Đơn đề nghị”". Steps have the number of the new version.</param>
/// <param name="What">What happened to it: "3 → 2 ngày làm việc".</param>
/// <param name="Edits">Empty for what only follows from other changes, as a step's place among the others.</param>
public sealed record Change(ChangeKind Kind, Text Subject, Text What, IReadOnlyList<TreeEdit> Edits)
{
    /// <summary>The activity of the flow it concerns, or null.</summary>
    public string? ActivityId { get; init; }

    /// <summary>How it was, for showing both side by side; null when it is new, or when <see cref="What"/> says everything.</summary>
    public Text? Before { get; init; }

    public Text? After { get; init; }

    public ChangeNature Nature => (Before, After) switch
    {
        (null, not null) => ChangeNature.Added,
        (not null, null) => ChangeNature.Dropped,
        _ => ChangeNature.Changed,
    };

    public Text Sentence => new($"{Subject.Vi}: {What.Vi}", $"{Subject.En}: {What.En}");
}

/// <summary>Whether something is there that was not, or the other way round.</summary>
public enum ChangeNature
{
    Changed,
    Added,
    Dropped,
}

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    StepAdded,
    StepRemoved,

    /// <summary>The step comes at another place of the table.</summary>
    StepMoved,

    /// <summary>Something that happens by itself came in or went: a decision, a notice, a record being made.</summary>
    ActivityAdded,
    ActivityRemoved,
    Title,
    Role,
    Limit,
    Clock,
    Form,
    Record,
    Outcomes,

    /// <summary>Where an outcome leads.</summary>
    Leads,
    Condition,
    Join,
    Timeout,
    Segregation,
    Milestone,
    Instructions,

    /// <summary>Any other input of an activity.</summary>
    Input,
    Variable,

    /// <summary>Something of the flow that has no words of its own.</summary>
    Structure,

    /// <summary>Only how the flow is drawn, or how a text is laid out in its file.</summary>
    Drawing,
    Version,
    Case,
    LegalBasis,
    Component,
    Fee,
    FormField,
    TaskForm,
    RecordKept,
    BlankForm,
    Control,

    /// <summary>Any other value of the front matter.</summary>
    Matter,

    /// <summary>A section or paragraph of the written part.</summary>
    Prose,

    /// <summary>A text that cannot be read was replaced as a whole.</summary>
    Unreadable,
}
