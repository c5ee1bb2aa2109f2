using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>Finds the task a command is about and refuses, saying who did what when, if it is no longer as the person saw it.</summary>
internal static class OpenTask
{
    /// <summary>The open task in the version seen.</summary>
    /// <exception cref="RejectedException"><c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-changed</c>.</exception>
    public static TaskRow Get(Step step, string taskId, int version)
    {
        var task = Get(step, taskId);
        return task.Version == version ? task : throw Changed(task);
    }

    /// <summary>The open task, whatever its version.</summary>
    /// <exception cref="RejectedException"><c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>.</exception>
    public static TaskRow Get(Step step, string taskId)
    {
        var task = step.All<TaskRow>().FirstOrDefault(row => row.Id == taskId) ?? throw Unknown();
        return task.Status switch
        {
            TaskState.Open => task,
            TaskState.Done => throw Done(task),
            _ => throw new RejectedException("task-cancelled", new Text(
                $"Công việc “{task.Title.Vi}” không còn cần thực hiện vì quy trình đã chuyển sang hướng khác.",
                $"The task “{task.Title.En}” is no longer wanted: the procedure has taken another way.")),
        };
    }

    /// <summary>What the task waits for, as its definition says.</summary>
    public static UserTask WaitOf(Step step, TaskRow task) => (UserTask)step.Workflow!.Bookmarks[task.BookmarkId].Wait;

    /// <summary>The grant by which the actor may do the task now.</summary>
    /// <exception cref="RejectedException"><c>sod-7</c>, <c>task-named</c>, <c>not-your-role</c>, <c>task-taken</c>.</exception>
    public static Grant GrantFor(TaskRow task, Actor actor)
    {
        Permit.RefuseAdministrators(actor);
        if (task.IsNamed && task.AssigneeId != actor.PersonId) throw Named(actor);
        var grant = actor.GrantFor(task.Role, task.UnitCode, task.DefinitionId) ?? GivenBack(task, actor) ?? throw NotYourRole(task, actor);
        if (task.AssigneeId is { } assignee && assignee != actor.PersonId && assignee != grant.OnBehalfOf)
            throw new RejectedException("task-taken", new Text(
                $"{task.AssigneeName} đã nhận công việc này lúc {Wording.Moment(task.ClaimedAt!.Value).Vi}. Lãnh đạo có thể giao lại.",
                $"{task.AssigneeName} took this task at {Wording.Moment(task.ClaimedAt!.Value).En}. A head can reassign it."));
        return grant;
    }

    /// <summary>The segregation rule that keeps the actor from this task, or null.</summary>
    public static Breach? BreachBy(Step step, TaskRow task, Actor actor) => BreachBy(step.All<TaskRow>(), task, actor);

    /// <summary>The same, from the tasks of the dossier.</summary>
    public static Breach? BreachBy(IEnumerable<TaskRow> tasks, TaskRow task, Actor actor)
    {
        var deeds = tasks
            .Where(row => row is { Status: TaskState.Done, DoneBy: not null })
            .Select(row => new Deed(Deeds.Step, row.DoneBy!, row.ActivityId, row.DeclaredRole));
        return Segregation.OnTask(actor, task.DeclaredRole, task.SeparateFromActivities, deeds) ?? Segregation.OnAuditing(actor, task.IndependentOf);
    }

    /// <summary>Whose matter the task is.</summary>
    public static Matter MatterOf(Step step, TaskRow task) => new(
        task.AgencyId,
        task.UnitCode is { } unit ? [unit] : [],
        [.. step.All<TaskRow>().SelectMany(row => new[] { row.AssigneeId, row.DoneBy }).OfType<string>().Distinct()],
        [.. step.All<TaskRow>().Where(row => row.Status == TaskState.Open).Select(row => row.Role).Distinct()],
        task.DefinitionId,
        task.IsNamed);

    /// <summary>An escalated task can be given back to somebody with the role the definition names.</summary>
    private static Grant? GivenBack(TaskRow task, Actor actor) =>
        task.AssigneeId == actor.PersonId ? actor.GrantFor(task.DeclaredRole, task.UnitCode, task.DefinitionId) : null;

    public static RejectedException NotYourRole(TaskRow task, Actor actor)
    {
        var role = Roles.NameOf(task.Role);
        var (unitVi, unitEn) = task.UnitCode is null ? ("", "") : ($" (đơn vị {task.UnitCode})", $" (unit {task.UnitCode})");
        return new RejectedException("not-your-role", new Text(
            $"Công việc này dành cho vai trò {role.Vi}{unitVi}; {actor.Name} không giữ vai trò đó.",
            $"The task is for the role {role.En}{unitEn}, which {actor.Name} does not hold."));
    }

    private static RejectedException Named(Actor actor) => new("task-named", new Text(
        $"Công việc này được giao đích danh cho người khác; {actor.Name} không làm thay được.",
        $"The task was given to somebody else by name; {actor.Name} cannot do it in their stead."));

    private static RejectedException Done(TaskRow task)
    {
        var name = task.DoneByName is { } person ? new Text(person, person) : Roles.NameOf(Roles.System);
        var at = Wording.Moment(task.DoneAt!.Value);
        return new RejectedException("task-done", new Text(
            $"{name.Vi} đã hoàn thành công việc “{task.Title.Vi}” lúc {at.Vi}.",
            $"{name.En} completed the task “{task.Title.En}” at {at.En}."));
    }

    private static RejectedException Changed(TaskRow task) => task.AssigneeName is { } name
        ? new RejectedException("task-changed", new Text(
            $"Công việc “{task.Title.Vi}” vừa thay đổi: {name} đang nhận việc này. Tải lại trang để xem.",
            $"The task “{task.Title.En}” has just changed: {name} has it now. Reload the page to see it."))
        : new RejectedException("task-changed", new Text(
            $"Công việc “{task.Title.Vi}” vừa thay đổi và đang chờ {Roles.NameOf(task.Role).Vi} nhận. Tải lại trang để xem.",
            $"The task “{task.Title.En}” has just changed and waits for {Roles.NameOf(task.Role).En}. Reload the page to see it."));

    private static RejectedException Unknown() => new("task-unknown", new Text(
        "Không tìm thấy công việc này trong cơ quan.", "There is no such task at the agency."));
}
