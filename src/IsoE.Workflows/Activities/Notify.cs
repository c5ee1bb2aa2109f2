using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Asks for a message to be sent; the sending itself happens after the step is stored.</summary>
internal sealed class Notify : ActivityType
{
    public override string TypeName => "IsoE.Notify";

    public override Text DisplayName { get; } = new("Thông báo", "Notify");

    public override Text Description { get; } = new(
        "Gửi thông báo cho người nộp hồ sơ, một vai trò hoặc một người.",
        "Sends a message to the applicant, a role or a person.");

    public override Text Category => Shelf.Office;

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("to", "String", new("người nhận", "recipient"), new("applicant, role:MÃ hoặc person:MÃ.", "applicant, role:CODE or person:ID."), Required: true),
        new("subject", "String", new("tiêu đề", "subject"), new("Tiêu đề.", "The subject."), Required: true),
        new("subjectEn", "String", new("tiêu đề (tiếng Anh)", "subject in English"), new("Tiêu đề bằng tiếng Anh.", "The subject in English.")),
        new("message", "String", new("nội dung", "message"), new("Nội dung.", "The message."), Required: true, UiHint: "multiline"),
        new("messageEn", "String", new("nội dung (tiếng Anh)", "message in English"), new("Nội dung bằng tiếng Anh.", "The message in English."), UiHint: "multiline"),
    ];

    internal override void Execute(ActivityRun run)
    {
        var to = run.RequiredText("to");
        if (to != "applicant" && !IsAddressed(to, "role:") && !IsAddressed(to, "person:"))
        {
            throw new ActivityFailedException("input-invalid", new Text(
                $"Bước “{run.Activity.Id}”: người nhận phải là applicant, role:MÃ hoặc person:MÃ, không phải “{to}”.",
                $"Activity “{run.Activity.Id}”: the recipient must be applicant, role:CODE or person:ID, not “{to}”."));
        }

        run.Raise(new NotificationRequested(
            run.Id,
            to,
            run.Bilingual("subject", "subjectEn") ?? throw run.Missing("subject"),
            run.Bilingual("message", "messageEn") ?? throw run.Missing("message")));
        run.Complete("Done");
    }

    private static bool IsAddressed(string to, string prefix) =>
        to.StartsWith(prefix, StringComparison.Ordinal) && to.Length > prefix.Length;
}
