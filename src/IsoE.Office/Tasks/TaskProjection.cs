using System.Text.Json;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>Keeps the task rows of an instance as its history tells.</summary>
internal sealed class TaskProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case ActivitySuspended { Bookmark.Wait: UserTask wait } e: Open(step, recorded, e.Bookmark, wait); break;
            case BookmarkRevised { Bookmark.Wait: UserTask wait } e: Revise(step, e.Bookmark, wait); break;
            case StepTermMoved e: MoveTerm(step, e); break;
            case ActivityResumed e: Complete(step, recorded, e); break;
            case ActivityCanceled e: Cancel(step, e); break;
            case TaskClaimed e: Assign(step, recorded, e.BookmarkId, e.PersonId, e.PersonName); break;
            case TaskReleased e: Assign(step, recorded, e.BookmarkId, null, null); break;
            case TaskReassigned e: Assign(step, recorded, e.BookmarkId, e.ToPersonId, e.ToPersonName); break;
            case StepBecameOverdue { OnTimeout: "escalate" } e: EscalateTask.Decide(step, e.BookmarkId); break;
            case TaskEscalated e: Escalate(step, recorded, e); break;
        }
    }

    private static void Open(Step step, RecordedEvent recorded, Bookmark bookmark, UserTask wait) => step.Insert(
        TaskRow.Of(step, bookmark, wait, recorded.Sequence));

    private static void Revise(Step step, Bookmark bookmark, UserTask wait)
    {
        if (Find(step, task => task.BookmarkId == bookmark.Id) is not { } task) return;
        task.Revise(wait, step.Now);
        Changed(step, task);
    }

    private static void MoveTerm(Step step, StepTermMoved e)
    {
        if (Find(step, task => task.BookmarkId == e.BookmarkId) is not { } task) return;
        (task.DueAt, task.NearlyDueAt) = (e.DueAt ?? TaskRow.NeverDue, e.NearlyDueAt);
        Changed(step, task);
    }

    private static void Complete(Step step, RecordedEvent recorded, ActivityResumed e)
    {
        if (Find(step, task => task.BookmarkId == e.BookmarkId) is not { } task) return;
        task.Status = TaskState.Done;
        task.Outcome = e.Outcome;
        task.DoneAt = recorded.At;
        task.DoneBy = recorded.ActorId;
        task.DoneByName = NameIn(e.Output);
        Changed(step, task);
    }

    private static void Cancel(Step step, ActivityCanceled e)
    {
        if (Find(step, task => task.ActivityInstanceId == e.ActivityInstanceId) is not { } task) return;
        task.Status = TaskState.Cancelled;
        Changed(step, task);
    }

    private static void Assign(Step step, RecordedEvent recorded, string bookmarkId, string? personId, string? name)
    {
        if (Find(step, task => task.BookmarkId == bookmarkId) is not { } task) return;
        task.AssigneeId = personId;
        task.AssigneeName = name;
        task.ClaimedAt = personId is null ? null : recorded.At;
        Changed(step, task);
    }

    private static void Escalate(Step step, RecordedEvent recorded, TaskEscalated e)
    {
        if (Find(step, task => task.BookmarkId == e.BookmarkId) is not { } task) return;
        task.Role = e.ToRole;
        task.UnitCode = null;
        task.AssigneeId = null;
        task.AssigneeName = null;
        task.ClaimedAt = null;
        task.EscalatedAt = recorded.At;
        Changed(step, task);
    }

    private static TaskRow? Find(Step step, Func<TaskRow, bool> which) =>
        step.All<TaskRow>().FirstOrDefault(task => task.Status == TaskState.Open && which(task));

    private static void Changed(Step step, TaskRow task)
    {
        task.Version++;
        step.Update(task);
    }

    private static string? NameIn(JsonElement output) =>
        output.ValueKind == JsonValueKind.Object && output.TryGetProperty(TaskResult.ByName, out var name) ? name.GetString() : null;
}
