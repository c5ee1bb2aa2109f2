using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>Nobody is named for a task from which the separation of duties bars them.</summary>
internal sealed class NamedForTask : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events)
    {
        var done = step.All<TaskRow>().Where(row => row is { Status: TaskState.Done, DoneBy: not null })
            .Select(row => new Deed(Deeds.Step, row.DoneBy!, row.ActivityId, row.DeclaredRole))
            .Append(new Deed(Deeds.Step, actor.PersonId, task.ActivityId, task.DeclaredRole)).ToList();
        return events.OfType<ActivitySuspended>().Select(e => e.Bookmark.Wait).OfType<UserTask>()
            .Select(next => next.Assignee is { } person
                ? Segregation.OnTask(new Actor(actor.AgencyId, person.Id, person.Name, []), next.Role, next.SeparateFrom, done)
                : null)
            .FirstOrDefault(breach => breach is not null);
    }
}
