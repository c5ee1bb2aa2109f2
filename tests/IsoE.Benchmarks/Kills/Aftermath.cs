using System.Text.Json;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Kills;

/// <summary>Holds what is stored against what was acknowledged, and every table against the history.</summary>
internal sealed class Aftermath(BenchOffice office, Acknowledged acknowledged)
{
    private readonly List<string> _faults = [];

    public int Stored { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int HalfDone { get; private set; }

    public bool ChainsHold { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    public async Task Look(CancellationToken cancel)
    {
        var verified = await office.Get<HistoryVerification>().Run(cancel);
        ChainsHold = verified.Broken is null;
        if (verified.Broken is { } broken)
            _faults.Add($"{broken.InstanceId} {broken.Sequence}: {broken.Reason.En}");
        await using var db = office.OpenDb();
        foreach (var (dossier, done) in acknowledged.Dossiers)
        {
            var history = await db.History.IgnoreQueryFilters().AsNoTracking().OrderBy(h => h.Sequence)
                .Where(h => h.AgencyId == DossierLife.Agency && h.InstanceId == dossier).ToListAsync(cancel);
            Count(dossier, done, history);
            if (await Difference(db, dossier, [.. history.Select(office.Get<InstanceHistory>().Event)], cancel) is { } difference)
            {
                HalfDone++;
                _faults.Add($"{dossier}: {difference}");
            }
        }
    }

    private void Count(string dossier, int done, List<HistoryRow> history)
    {
        var stored = history.Select(h => h.CommandId).OfType<string>().ToList();
        Stored += stored.Count;
        string[] expected = ["receive", .. Enumerable.Range(0, DossierLife.Deeds.Count).Select(deed => DossierLife.CommandOf(dossier, deed))];
        var lost = expected.Take(done + 1).Except(stored).ToList();
        Lost += lost.Count;
        _faults.AddRange(lost.Select(command => $"{dossier}: {command} was acknowledged and is lost"));
        var resumed = history.Where(h => h.Type == nameof(ActivityResumed))
            .Select(h => ((ActivityResumed)WorkflowEventJson.Read(h.Type, h.Data)).BookmarkId).ToList();
        var doubled = stored.Count - stored.Distinct().Count() + resumed.Count - resumed.Distinct().Count() + stored.Except(expected).Count();
        Doubled += doubled;
        if (doubled > 0)
            _faults.Add($"{dossier}: {doubled} steps are there twice");
    }

    /// <summary>The first thing in which the tables say something else than the history; null when they agree.</summary>
    private async Task<string?> Difference(OfficeDb db, string dossier, IReadOnlyList<RecordedEvent> events, CancellationToken cancel)
    {
        var instance = await Rows<InstanceRow>(db).SingleOrDefaultAsync(i => i.InstanceId == dossier, cancel);
        if (instance is null)
            return events.Count == 0 ? null : "history without an instance";
        var state = events.Select(e => e.Fact).OfType<WorkflowEvent>().Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply);
        if (state is null || instance.State != WorkflowInstanceJson.Write(state) || instance.Sequence != events[^1].Sequence)
            return "the snapshot is not the replay";
        var row = await Rows<DossierRow>(db).SingleOrDefaultAsync(d => d.InstanceId == dossier, cancel);
        var folded = events.Aggregate((DossierRow?)null, (known, e) => Dossier.Apply(known, DossierLife.Agency, dossier, e));
        if (JsonSerializer.Serialize(row) != JsonSerializer.Serialize(folded))
            return "the dossier is not the fold of its history";
        return Tasks(state, events, await Rows<TaskRow>(db).Where(t => t.InstanceId == dossier).ToListAsync(cancel))
            ?? Dues(state, await Rows<DueRow>(db).Where(d => d.InstanceId == dossier && d.Status == DueStatus.Pending).ToListAsync(cancel))
            ?? await Told(db, dossier, events, cancel);
    }

    private static string? Tasks(WorkflowInstance state, IReadOnlyList<RecordedEvent> events, List<TaskRow> tasks)
    {
        var waiting = state.Bookmarks.Values.Where(b => b.Wait is UserTask).Select(b => b.Id);
        if (!Same(waiting, tasks.Where(t => t.Status is TaskState.Open).Select(t => t.BookmarkId)))
            return "the open tasks are not those that wait";
        var done = events.Select(e => e.Fact).OfType<ActivityResumed>().Select(e => e.BookmarkId);
        return Same(done, tasks.Where(t => t.Status is TaskState.Done).Select(t => t.BookmarkId)) ? null : "the tasks done are not those resumed";
    }

    private static string? Dues(WorkflowInstance state, List<DueRow> pending)
    {
        var limited = state.Bookmarks.Values.Where(b => b.Wait is UserTask { TimeLimit: not null }).Select(b => b.Id);
        if (!Same(limited, pending.Where(d => d.Kind is DueKind.StepDue or DueKind.Timeout).Select(d => d.BookmarkId!)))
            return "the due rows of steps are not those of the steps that wait";
        return state.Status is WorkflowStatus.Finished && pending.Count > 0 ? "a finished dossier has due rows" : null;
    }

    private static async Task<string?> Told(OfficeDb db, string dossier, IReadOnlyList<RecordedEvent> events, CancellationToken cancel)
    {
        var accepted = events.Select(e => e.Fact).OfType<CommandAccepted>().Select(e => $"{dossier}:{e.CommandId}").ToList();
        var outbox = await Rows<OutboxRow>(db).Where(o => o.InstanceId == dossier && o.Topic == ToldSteps.Topic).ToListAsync(cancel);
        if (!Same(accepted, outbox.Select(o => o.Key)))
            return "the outbox is not what the history enqueued";
        if (outbox.Exists(o => o.Status is not OutboxStatus.Delivered))
            return "something in the outbox was not delivered";
        var listener = ToldSteps.ListenerOf(dossier);
        var heard = await Rows<HistoryRow>(db).Where(h => h.InstanceId == listener).Select(h => h.Data).ToListAsync(cancel);
        return Same(accepted, heard.Select(data => OfficeJson.Read<StepHeard>(data).Key)) ? null : "what was told was not heard exactly once";
    }

    private static IQueryable<T> Rows<T>(OfficeDb db)
        where T : class, IBelongsToAgency =>
        db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(r => r.AgencyId == DossierLife.Agency);

    private static bool Same(IEnumerable<string> a, IEnumerable<string> b) =>
        a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
