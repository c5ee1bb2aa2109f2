using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Tasks;

/// <summary>A task to be sent back, and why.</summary>
/// <param name="Version">Version of the task the person saw.</param>
/// <param name="Values">Further values of the task's form; the reason is added where the form has a field for it.</param>
public sealed record SendBack(string TaskId, int Version, string Reason, JsonElement Values, string CommandId);

/// <summary>Sends a task back to an earlier step, by the outcome of the definition that leads there.</summary>
public sealed class SendBackTask(SegregatedStep steps, Completion completion, TaskForms forms)
{
    /// <exception cref="RejectedException">
    /// <c>reason-missing</c>, <c>cannot-send-back</c> (naming the outcomes there are), and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, SendBack form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Reason))
            throw new RejectedException("reason-missing", new Text("Nhập lý do trả lại.", "Enter the reason.")) { Field = nameof(form.Reason) };
        return steps.Run(
            new StepRequest(actor.AgencyId, TaskRow.InstanceOf(form.TaskId), form.CommandId, actor.PersonId),
            step =>
            {
                var task = OpenTask.Get(step, form.TaskId, form.Version);
                var outcome = BackwardOutcome(step, task) ?? throw Forward(step, task);
                var values = forms.WithReason(step, OpenTask.WaitOf(step, task).Form, form.Values, form.Reason.Trim());
                return completion.Complete(step, task, actor, outcome, values, form.CommandId);
            },
            cancel);
    }

    /// <summary>The outcome that leads to a task that has been done before, or null.</summary>
    internal static string? BackwardOutcome(Step step, TaskRow task) =>
        OpenTask.WaitOf(step, task).Outcomes.FirstOrDefault(outcome => LeadsBack(step, task.ActivityId, outcome));

    private static bool LeadsBack(Step step, string activityId, string outcome)
    {
        var connections = step.Definition.Activities.Values.SelectMany(activity => activity.Connections).ToList();
        var done = step.All<TaskRow>().Where(row => row.Status == TaskState.Done).Select(row => row.ActivityId).ToHashSet();
        var tasks = step.All<TaskRow>().Select(row => row.ActivityId).ToHashSet();
        var next = new Queue<string>(Targets(connections, activityId, outcome));
        var seen = new HashSet<string>(next);
        while (next.TryDequeue(out var target))
        {
            if (done.Contains(target)) return true;
            // What lies behind another person's task is not where this outcome leads.
            if (tasks.Contains(target) || step.Definition.Activities[target].Type.TypeName == UserTaskType) continue;
            foreach (var further in Targets(connections, target, null).Where(seen.Add)) next.Enqueue(further);
        }

        return false;
    }

    private const string UserTaskType = "IsoE.UserTask";

    private static IEnumerable<string> Targets(List<Connection> connections, string source, string? port) =>
        connections.Where(line => line.Source == source && (port is null || line.Port == port)).Select(line => line.Target);

    private static RejectedException Forward(Step step, TaskRow task)
    {
        var wait = OpenTask.WaitOf(step, task);
        var labels = wait.Outcomes.Select(id => wait.OutcomeLabels.GetValueOrDefault(id) ?? new Text(id, id)).ToList();
        return new RejectedException("cannot-send-back", new Text(
            $"Quy trình không cho trả lại từ bước “{task.TitleVi}”. Có thể chọn: {string.Join("; ", labels.Select(label => label.Vi))}.",
            $"The procedure does not lead back from “{task.TitleEn}”. Possible: {string.Join("; ", labels.Select(label => label.En))}."));
    }
}
