using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Starts another procedure, here or in another agency, and waits for its outcome.</summary>
internal sealed class SubProcedure : ActivityType
{
    public override string TypeName => "IsoE.SubProcedure";

    public override Text DisplayName { get; } = new("Quy trình con", "Sub-procedure");

    public override Text Description { get; } = new(
        "Mở một quy trình khác và chờ kết quả của nó.",
        "Starts another procedure and waits for its outcome.");

    public override Text Category => Shelf.Office;

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        StepInputs.Title,
        StepInputs.TitleEn,
        new("procedure", "String", new("quy trình", "procedure"), new("Mã quy trình được mở.", "Code of the procedure to start."), Required: true),
        new("agency", "String", new("cơ quan", "agency"), new("Cơ quan thực hiện; bỏ trống là cơ quan mình.", "The agency that runs it; empty for the own one.")),
        new("case", "String", new("trường hợp", "case"), new("Trường hợp của quy trình.", "Case of the procedure.")),
        new("input", "Object", new("dữ liệu", "input"), new("Dữ liệu chuyển sang.", "Data handed over."), UiHint: "json-editor"),
        StepInputs.Limit,
        StepInputs.Clock,
        StepInputs.WaitsFor,
        StepInputs.OnTimeout,
        new("outcomes", "String[]", new("kết quả", "outcomes"), new("Các kết quả được phân biệt; kết quả khác đi lối Done.", "Outcomes told apart; any other takes Done."), UiHint: "dynamic-outcomes"),
        StepInputs.OutcomeLabels,
        StepInputs.Record,
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } = [StepInputs.Result];

    public override IReadOnlyList<string>? OutcomesOf(Activity activity) =>
        activity.LiteralTexts("outcomes") is not { } outcomes ? null
        : outcomes.Count == 0 ? Ports
        : outcomes;

    internal override void Execute(ActivityRun run)
    {
        var (clock, waitsFor) = StepInputs.ClockOf(run);
        var outcomes = run.Texts("outcomes");
        run.Suspend(new SubProcedureWait(
            run.RequiredText("procedure"),
            run.Text("agency"),
            run.Text("case"),
            run.Value("input"),
            StepInputs.TitleOf(run),
            StepInputs.LimitOf(run),
            clock,
            waitsFor,
            StepInputs.OneOf(run, "onTimeout", [Timeouts.Warn, Timeouts.Escalate, "Done", .. outcomes]) ?? Timeouts.Warn,
            outcomes));
    }
}
