using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Lets branches meet; what it waits for is decided by <see cref="MergeModeOf"/> before it starts.</summary>
internal sealed class FlowJoin : ActivityType
{
    public override string TypeName => "Elsa.FlowJoin";

    public override Text DisplayName { get; } = new("Gộp nhánh", "Join");

    public override Text Description { get; } = new(
        "Chờ các nhánh gặp nhau: WaitAll chờ mọi nhánh, WaitAny lấy nhánh đến trước và hủy nhánh còn lại.",
        "Lets branches meet: WaitAll waits for all, WaitAny takes the first and cancels the others.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("mode", "String", new("cách gộp", "mode"), new("Chờ những nhánh nào.", "Which branches to wait for."), UiHint: "dropdown", Options: ["WaitAll", "WaitAny", "WaitAllActive"], Default: "WaitAny"),
    ];

    // WaitAllActive means the same as WaitAll under token rules: Elsa has it so.
    public override MergeMode MergeModeOf(Activity activity) =>
        (activity.LiteralText("mode") ?? Values.ToText(activity.Literal("mode"))) is "" or "WaitAny" or "0"
            ? MergeMode.Race
            : MergeMode.Merge;

    internal override void Execute(ActivityRun run) => run.Complete("Done");
}
