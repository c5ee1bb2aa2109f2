using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Actions;

/// <summary>Something that was decided and given to a unit: a decision of a management review, an action against a nonconformity.</summary>
/// <param name="Dossier">The dossier it was decided in.</param>
/// <param name="What">What has to be done.</param>
/// <param name="Unit">Name of the unit whose head has it.</param>
/// <param name="DueOn">Until when, in the agency's zone; null for no date.</param>
/// <param name="Done">What was done, with its evidence, as entered; empty while it is open.</param>
/// <param name="IsLate">Its day has passed and it is not done, or was done later.</param>
public sealed record AssignedAction(
    DossierRow Dossier, TaskRow Task, Text What, Text Unit, DateOnly? DueOn, IReadOnlyList<KeyValuePair<Text, Text>> Done, bool IsLate)
{
    public bool IsOpen => Task.Status == TaskState.Open;

    /// <summary>It was carried out; what is no longer wanted is neither open nor done.</summary>
    public bool IsDone => Task.Status == TaskState.Done;

    /// <summary>Where it stands, in a word.</summary>
    public Text State => (Task.Status, IsLate) switch
    {
        (TaskState.Done, true) => new("xong, trễ hạn", "done late"),
        (TaskState.Done, _) => new("xong", "done"),
        (TaskState.Cancelled, _) => new("không còn cần", "no longer wanted"),
        (_, true) => new("quá hạn", "late"),
        _ => new("đang làm", "going on"),
    };
}

/// <summary>
/// Reads the actions that procedures of the agency's own have given out: the tasks of their parallel loops, one for each thing
/// that was decided.
/// </summary>
public sealed class ReadActions(OfficeDb db, ProcedureLibrary procedures, SearchDossiers search, TimeProvider clock)
{
    private const string Loop = "Elsa.ParallelForEach";

    /// <summary>All actions of dossiers the person may read: the open ones first, by their day.</summary>
    /// <param name="procedureCode">Only those decided in dossiers of this procedure; null for all.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<AssignedAction>> Run(Actor actor, string? procedureCode, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        var dossiers = await search.Readable(actor, isInternal: true).Where(row => procedureCode == null || row.ProcedureCode == procedureCode).ToListAsync(cancel);
        return [.. (await Of(dossiers, cancel)).OrderBy(action => action.IsOpen ? 0 : 1).ThenBy(action => action.Task.DueAt)];
    }

    /// <summary>The actions of a dossier that the person has been shown, in the order in which they were given.</summary>
    public Task<IReadOnlyList<AssignedAction>> Of(DossierView shown, CancellationToken cancel) => Of([shown.Dossier], cancel);

    /// <summary>The actions of these dossiers, in the order in which they were given.</summary>
    internal async Task<IReadOnlyList<AssignedAction>> Of(IReadOnlyList<DossierRow> dossiers, CancellationToken cancel)
    {
        var steps = dossiers.GroupBy(row => (row.ProcedureCode, row.ProcedureVersion)).ToDictionary(group => group.Key, group => Repeated(procedures.Get(group.Key.ProcedureCode, group.Key.ProcedureVersion)));
        var known = dossiers.Where(row => steps[(row.ProcedureCode, row.ProcedureVersion)].Count > 0).ToDictionary(row => row.InstanceId);
        var activities = steps.Values.SelectMany(each => each).Distinct().ToList();
        var tasks = await db.Set<TaskRow>().AsNoTracking().Where(task => known.Keys.Contains(task.InstanceId) && activities.Contains(task.ActivityId))
            .OrderBy(task => task.CreatedAt).ThenBy(task => task.BookmarkId).ToListAsync(cancel);
        var results = await Results([.. tasks.Where(task => task.Status == TaskState.Done).Select(task => task.InstanceId).Distinct()], cancel);
        var now = clock.GetUtcNow();
        var units = await db.Set<Unit>().On(VietnamTime.DateOf(now), cancel);
        return [.. tasks.Where(task => steps[Key(known[task.InstanceId])].Contains(task.ActivityId)).Select(task => Action(known[task.InstanceId], task, results, units, now))];
    }

    private AssignedAction Action(DossierRow dossier, TaskRow task, Dictionary<(string, string), JsonElement> results, Dictionary<string, Unit> units, DateTimeOffset now)
    {
        var version = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var step = version.Steps.Find(task.ActivityId)!;
        return new AssignedAction(
            dossier,
            task,
            task.About is { } about ? new(about, about) : step.Title,
            task.UnitCode is { } code && units.TryGetValue(code, out var unit) ? unit.Name : Roles.NameOf(task.DeclaredRole),
            task.Due is { } due ? VietnamTime.DateOf(due) : null,
            results.TryGetValue((task.InstanceId, task.BookmarkId), out var result) ? FormWords.Read(step.Form?.Fields ?? [], result) : [],
            task.Status != TaskState.Cancelled && task.IsOverdue(now));
    }

    private async Task<Dictionary<(string, string), JsonElement>> Results(List<string> instances, CancellationToken cancel)
    {
        var rows = await db.History.AsNoTracking().Where(row => instances.Contains(row.InstanceId) && row.Type == nameof(ActivityResumed) && row.DataNonce != null)
            .Select(row => new { row.InstanceId, row.Data }).ToListAsync(cancel);
        return rows.Select(row => (row.InstanceId, Answer: (ActivityResumed)WorkflowEventJson.Read(nameof(ActivityResumed), row.Data)))
            .ToDictionary(row => (row.InstanceId, row.Answer.BookmarkId), row => row.Answer.Output);
    }

    private static (string, int) Key(DossierRow dossier) => (dossier.ProcedureCode, dossier.ProcedureVersion);

    private static HashSet<string> Repeated(ProcedureVersion version) =>
    [
        .. version.Definition.Activities.Values.Where(activity => activity.Type.TypeName == Loop).SelectMany(loop => loop.SelfAndDescendants()).Select(activity => activity.Id),
    ];
}
