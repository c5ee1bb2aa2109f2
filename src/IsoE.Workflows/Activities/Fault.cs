using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Raises an incident.</summary>
internal sealed class Fault : ActivityType
{
    public override string TypeName => "Elsa.Fault";

    public override Text DisplayName { get; } = new("Báo lỗi", "Fault");

    public override Text Description { get; } = new(
        "Báo sự cố với một thông báo.",
        "Raises an incident with a message.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("code", "String", new("mã", "code"), new("Mã sự cố.", "Code of the incident.")),
        new("category", "String", new("loại", "category"), new("Loại sự cố.", "Category of the incident.")),
        new("faultType", "String", new("kiểu", "type"), new("Kiểu sự cố.", "Type of the incident.")),
        new("message", "String", new("thông báo", "message"), new("Điều cần biết để xử lý.", "What to know to mend it.")),
    ];

    public override IReadOnlyList<string> Ports => [];

    internal override void Execute(ActivityRun run)
    {
        var message = run.Text("message") ?? run.Activity.Id;
        throw new ActivityFailedException(run.Text("code") ?? "fault", new Text(message, message));
    }
}
