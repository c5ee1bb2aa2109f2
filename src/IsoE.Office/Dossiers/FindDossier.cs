using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>A dossier as its page shows it.</summary>
/// <param name="Procedure">The version it is pinned to.</param>
/// <param name="Tasks">All tasks, in the order they arose.</param>
/// <param name="Waits">What the procedure waits for now, tasks included, by activity id.</param>
/// <param name="Outside">What it waits for now that is nobody's task.</param>
/// <param name="Answers">What has come back from outside.</param>
/// <param name="Timeline">What happened, the first event first, with the names of the people.</param>
/// <param name="Promise">The promised date explained; null for a procedure without a limit.</param>
/// <param name="Steps">State of each activity for the diagram, by activity id; one not named lies ahead.</param>
/// <param name="Actions">What the person asking can do with it now, beside tasks.</param>
/// <param name="Incidents">Steps that failed and wait to be tried again.</param>
/// <param name="Supplement">What the applicant was asked for last; null when nothing was.</param>
public sealed record DossierView(
    DossierRow Dossier,
    ProcedureVersion Procedure,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyDictionary<string, Wait> Waits,
    IReadOnlyList<OutsideWait> Outside,
    IReadOnlyList<OutsideAnswer> Answers,
    IReadOnlyList<TimelineEntry> Timeline,
    ExplainedDueDate? Promise,
    IReadOnlyList<AttachmentRow> Papers,
    IReadOnlyDictionary<string, StepState> Steps,
    IReadOnlyList<DossierAction> Actions,
    IReadOnlyList<Incident> Incidents,
    SupplementRequested? Supplement)
{
    public IEnumerable<TaskRow> OpenTasks => Tasks.Where(task => task.Status == TaskState.Open);
}

/// <summary>Where a step of the procedure stands in one dossier.</summary>
public enum StepState
{
    Done,
    Now,

    /// <summary>Begun and ended from outside.</summary>
    Cancelled,
}

/// <summary>Reads a dossier with everything its page shows.</summary>
public sealed class FindDossier(
    OfficeDb db, ProcedureLibrary procedures, PromisedDates dates, InstanceHistory history, Timeline timeline, OutsideAnswers answers,
    NoteRead reads, TimeProvider clock)
{
    /// <summary>The dossier with this id or code, or null when the agency has none. Who sees it is noted.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>: it lies outside the reach of the person's roles.</exception>
    public async Task<DossierView?> Run(Actor actor, string idOrCode, CancellationToken cancel) =>
        await Readable(actor, idOrCode, cancel) is var (dossier, tasks) ? await View(actor, dossier, tasks, cancel) : null;

    /// <summary>Its row alone.</summary>
    /// <inheritdoc cref="Run"/>
    public async Task<DossierRow?> Row(Actor actor, string idOrCode, CancellationToken cancel) => (await Readable(actor, idOrCode, cancel))?.Dossier;

    /// <summary>The dossier for whoever handed it in online, with what the applicant can do; null when it is not theirs.</summary>
    /// <param name="contact">The telephone or e-mail that the applicant has proven.</param>
    public async Task<DossierView?> Submitted(Actor applicant, string contact, string dossierId, CancellationToken cancel)
    {
        if (await Submitted(contact, dossierId, cancel) is not { } dossier) return null;
        var tasks = await db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.InstanceId == dossier.InstanceId).OrderBy(task => task.CreatedAt).ThenBy(task => task.Id).ToListAsync(cancel);
        var view = await View(applicant, dossier, tasks, cancel);
        return view with { Actions = [.. DossierActions.In(dossier).Where(action => Rights.Of(DossierActions.RightFor(action), Roles.Citizen) == Reach.Own)] };
    }

    /// <summary>The row of a dossier that was handed in online with this contact, or null.</summary>
    public Task<DossierRow?> Submitted(string contact, string dossierId, CancellationToken cancel) =>
        db.Set<DossierRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == dossierId && row.SubmittedBy == contact, cancel);

    /// <summary>The dossier's row.</summary>
    /// <exception cref="RejectedException"><c>dossier-unknown</c>.</exception>
    public async Task<DossierRow> Get(string dossierId, CancellationToken cancel) =>
        await db.Set<DossierRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == dossierId, cancel)
        ?? throw OpenDossier.Unknown();

    private async Task<(DossierRow Dossier, List<TaskRow> Tasks)?> Readable(Actor actor, string idOrCode, CancellationToken cancel)
    {
        var dossier = await db.Set<DossierRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.InstanceId == idOrCode || row.Code == idOrCode, cancel);
        if (dossier is null) return null;
        var tasks = await db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.InstanceId == dossier.InstanceId).OrderBy(task => task.CreatedAt).ThenBy(task => task.Id).ToListAsync(cancel);
        Permit.Require(actor, dossier.IsInternal ? Right.ReadInternalDossier : Right.ReadDossier, OpenDossier.MatterOf(dossier, tasks));
        await reads.Run(actor, ReadKind.Dossier, dossier.InstanceId, cancel);
        return (dossier, tasks);
    }

    private async Task<DossierView> View(Actor actor, DossierRow dossier, List<TaskRow> tasks, CancellationToken cancel)
    {
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var events = await history.Read(dossier.AgencyId, dossier.InstanceId, cancel);
        var workflow = events.Select(known => known.Fact).OfType<WorkflowEvent>()
            .Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply);
        var papers = await db.Attachments.AsNoTracking()
            .Where(file => file.InstanceId == dossier.InstanceId && dossier.ErasedAt == null).OrderBy(file => file.AddedAt).ToListAsync(cancel);
        return new DossierView(
            dossier,
            procedure,
            tasks,
            workflow?.Bookmarks.Values.ToDictionary(open => open.ActivityId, open => open.Wait) ?? [],
            await Outside(actor, dossier, tasks, procedure, workflow, cancel),
            await answers.Of(events, procedure, cancel),
            await timeline.Of(events, procedure, cancel),
            dates.Explain(dossier, clock.GetUtcNow()),
            papers,
            StepStates.Of(events),
            ActionsOf(actor, dossier, tasks),
            [.. workflow?.Incidents.Values ?? []],
            events.Select(known => known.Fact).OfType<SupplementRequested>().LastOrDefault());
    }

    private async Task<IReadOnlyList<OutsideWait>> Outside(
        Actor actor, DossierRow dossier, List<TaskRow> tasks, ProcedureVersion procedure, WorkflowInstance? workflow, CancellationToken cancel)
    {
        var open = workflow?.Bookmarks.Values.Where(each => each.Wait is not UserTask).ToList() ?? [];
        if (open.Count == 0) return [];
        var due = await db.Set<DueRow>().AsNoTracking()
            .Where(row => row.InstanceId == dossier.InstanceId && row.Status == DueStatus.Pending && (row.Kind == DueKind.Timeout || row.Kind == DueKind.StepDue))
            .ToListAsync(cancel);
        var matter = OpenDossier.MatterOf(dossier, tasks);
        return [.. open.Select(each => OutsideWait.Of(
            each, procedure.Steps.Find(each.ActivityId)?.Title ?? new Text(each.ActivityId, each.ActivityId), due, actor, dossier, matter))];
    }

    private static List<DossierAction> ActionsOf(Actor actor, DossierRow dossier, List<TaskRow> tasks)
    {
        if (actor.IsAdministrator) return [];
        var matter = OpenDossier.MatterOf(dossier, tasks);
        return [.. DossierActions.In(dossier).Where(action => Permit.Allows(actor, DossierActions.RightFor(action, dossier), matter))];
    }
}
