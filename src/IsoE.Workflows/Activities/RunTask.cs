using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Waits until somebody outside has done a task.</summary>
internal sealed class RunTask : ActivityType
{
    public override string TypeName => "Elsa.RunTask";

    public override Text DisplayName { get; } = new("Giao việc", "Run task");

    public override Text Description { get; } = new(
        "Giao một việc cho hệ thống bên ngoài và chờ kết quả.",
        "Gives a task to the outside and waits for its result.");

    public override Text Category { get; } = Shelf.Waiting;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("taskName", "String", new("tên việc", "task name"), new("Tên việc.", "Name of the task."), Required: true),
        new("payload", "Object", new("dữ liệu", "payload"), new("Dữ liệu gửi kèm.", "Data sent with it.")),
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } =
    [
        new("result", "Object", new("kết quả", "result"), new("Kết quả nhận về.", "What came back.")),
    ];

    internal override void Execute(ActivityRun run) =>
        run.Suspend(new Execution.RunTask(run.RequiredText("taskName"), run.Value("payload")));
}
