using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>A record of the procedure comes into being.</summary>
internal sealed class IssueRecord : ActivityType
{
    public override string TypeName => "IsoE.IssueRecord";

    public override Text DisplayName { get; } = new("Lập hồ sơ, biểu mẫu", "Issue a record");

    public override Text Description { get; } = new(
        "Lập một biểu mẫu hoặc hồ sơ chất lượng của quy trình.",
        "Makes a form or quality record of the procedure.");

    public override Text Category => Shelf.Office;

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("record", "String", new("mã hồ sơ", "record"), new("Mã hồ sơ trong quy trình ISO.", "Code of the record in the ISO text."), Required: true),
        StepInputs.Milestone,
        new("data", "Object", new("dữ liệu", "data"), new("Dữ liệu ghi trong hồ sơ.", "Data written into the record."), UiHint: "json-editor"),
    ];

    internal override void Execute(ActivityRun run)
    {
        run.Raise(new RecordIssued(
            run.Id,
            run.RequiredText("record"),
            StepInputs.OneOf(run, "milestone", StepInputs.MilestoneValues),
            run.Value("data")));
        run.Complete("Done");
    }
}
