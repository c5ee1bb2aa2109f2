using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tasks;

/// <summary>The three lists of a person's tasks.</summary>
public enum InboxList
{
    /// <summary>Claimed by or given to the person.</summary>
    Mine,

    /// <summary>Open for one of the person's roles and taken by nobody.</summary>
    Unit,

    /// <summary>Completed by the person, the latest first.</summary>
    Done,
}

/// <summary>One page of tasks.</summary>
/// <param name="Next">Where the following page begins; null on the last.</param>
public sealed record InboxPage(IReadOnlyList<TaskRow> Tasks, InboxCursor? Next);

/// <summary>The last task of a page: the next page begins behind it.</summary>
public sealed record InboxCursor(DateTimeOffset At, string Id)
{
    /// <summary>Form for links: ticks, a full stop and the id.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");

    /// <summary>Reads the form for links; null for anything else.</summary>
    public static InboxCursor? Parse(string? text)
    {
        var parts = text?.Split('.', 2);
        return parts is [var ticks, var id] && long.TryParse(ticks, out var at) && at >= 0 && at <= DateTime.MaxValue.Ticks
            ? new InboxCursor(new DateTimeOffset(at, TimeSpan.Zero), id)
            : null;
    }
}

/// <summary>How many tasks each list holds; counting stops at <see cref="Inbox.MostCounted"/>.</summary>
public sealed record InboxCounts(int Mine, int Unit, int Done, int Overdue);

/// <summary>Reads what a person has to do, the most urgent first.</summary>
public sealed class Inbox(OfficeDb db, TimeProvider clock)
{
    /// <summary>Beyond this a count reads "1000+": counting everything would cost more than the page.</summary>
    public const int MostCounted = 1000;

    /// <param name="role">Only tasks for this role; null for all roles of the person.</param>
    /// <param name="after">Cursor of the page before; null for the first page.</param>
    public async Task<InboxPage> Read(
        Actor actor, InboxList list, string? role, InboxCursor? after, int size, CancellationToken cancel)
    {
        var tasks = list == InboxList.Done
            ? await Done(actor, role, after).Take(size + 1).ToListAsync(cancel)
            : await Open(actor, list, role, after, size + 1, cancel);
        var page = tasks.Take(size).ToList();
        var next = tasks.Count > size ? Cursor(page[^1], list) : null;
        return new InboxPage(page, next);
    }

    public async Task<InboxCounts> Count(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var mine = await Mine(actor).Take(MostCounted).CountAsync(cancel);
        var overdue = await Mine(actor).Where(task => task.DueAt < now).Take(MostCounted).CountAsync(cancel);
        var unit = 0;
        foreach (var role in RolesOf(actor, null))
            unit += await ForRole(actor, role).Take(MostCounted).CountAsync(cancel);
        var done = await Done(actor, null, null).Take(MostCounted).CountAsync(cancel);
        return new InboxCounts(mine, Math.Min(unit, MostCounted), done, overdue);
    }

    private async Task<List<TaskRow>> Open(
        Actor actor, InboxList list, string? role, InboxCursor? after, int size, CancellationToken cancel)
    {
        if (list == InboxList.Mine)
            return await Page(Mine(actor).Where(task => role == null || task.Role == role), after, size).ToListAsync(cancel);
        // One indexed read per role, merged by the database: a condition on several roles would have to sort all their tasks.
        var pages = RolesOf(actor, role).Select(each => Page(ForRole(actor, each), after, size)).ToList();
        return pages.Count == 0 ? [] : await Page(pages.Aggregate(Queryable.Concat), null, size).ToListAsync(cancel);
    }

    private static IQueryable<TaskRow> Page(IQueryable<TaskRow> tasks, InboxCursor? after, int size)
    {
        if (after is not null)
            tasks = tasks.Where(task => task.DueAt > after.At || (task.DueAt == after.At && task.Id.CompareTo(after.Id) > 0));
        return tasks.OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(size);
    }

    private IQueryable<TaskRow> Mine(Actor actor) => db.Set<TaskRow>().AsNoTracking()
        .Where(task => task.Status == TaskState.Open && task.AssigneeId == actor.PersonId);

    private IQueryable<TaskRow> ForRole(Actor actor, string role)
    {
        var tasks = db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.Status == TaskState.Open && task.Role == role && task.AssigneeId == null);
        var grants = actor.Grants.Where(grant => grant.Role == role).ToList();
        if (grants.TrueForAll(grant => grant.Units is not null))
        {
            var units = grants.SelectMany(grant => grant.Units!).Distinct().ToList();
            tasks = tasks.Where(task => task.UnitCode == null || units.Contains(task.UnitCode));
        }

        if (grants.TrueForAll(grant => grant.Procedure is not null))
        {
            var procedures = grants.Select(grant => grant.Procedure!).Distinct().ToList();
            tasks = tasks.Where(task => procedures.Contains(task.DefinitionId));
        }

        return tasks;
    }

    private IQueryable<TaskRow> Done(Actor actor, string? role, InboxCursor? after)
    {
        var tasks = db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.Status == TaskState.Done && task.DoneBy == actor.PersonId)
            .Where(task => role == null || task.DeclaredRole == role);
        if (after is not null)
            tasks = tasks.Where(task => task.DoneAt < after.At || (task.DoneAt == after.At && task.Id.CompareTo(after.Id) < 0));
        return tasks.OrderByDescending(task => task.DoneAt).ThenByDescending(task => task.Id);
    }

    private static IEnumerable<string> RolesOf(Actor actor, string? role) =>
        actor.RoleCodes.Where(each => role is null || each == role);

    private static InboxCursor Cursor(TaskRow last, InboxList list) =>
        new(list == InboxList.Done ? last.DoneAt!.Value : last.DueAt, last.Id);
}
