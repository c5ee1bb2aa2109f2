using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>A dossier whose term is over.</summary>
/// <param name="Records">Names of the records it has left that the procedure has a term for.</param>
/// <param name="Obstacle">Why it cannot be destroyed all the same; null when it can.</param>
public sealed record DueDossier(DossierRow Dossier, Text Procedure, IReadOnlyList<Text> Records, DateOnly EndsOn, int Files, Text? Obstacle);

/// <summary>Finds what the schedule no longer has to be kept. Confidential dossiers are for the people named for them only (SoD-10).</summary>
public sealed class DueDossiers(OfficeDb db, ProcedureLibraries libraries, ReadLegalHolds holds, TimeProvider clock)
{
    /// <summary>Dossiers whose term is over before the day, the first ended first.</summary>
    /// <param name="on">Not after today.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>due-later</c>.</exception>
    public async Task<IReadOnlyList<DueDossier>> Run(Actor actor, DateOnly on, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ManageRetention);
        if (on > VietnamTime.DateOf(clock.GetUtcNow()))
            throw new RejectedException("due-later", new Text("Chọn ngày không sau hôm nay.", "Choose a day that is not after today.")) { Field = "On" };
        var ended = VietnamTime.ToInstant(on, TimeOnly.MinValue);
        var candidates = await db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.FinishedAt < ended && row.ErasedAt == null).OrderBy(row => row.FinishedAt).ToListAsync(cancel);
        var records = await RecordsOf(ended, cancel);
        var due = candidates.Select(row => (Row: row, Term: TermOf(row, records[row.InstanceId]))).Where(each => each.Term.EndsOn < on).ToList();
        return await Describe(due, records, cancel);
    }

    private async Task<ILookup<string, string>> RecordsOf(DateTimeOffset ended, CancellationToken cancel) =>
        (await db.Set<RecordRow>().AsNoTracking()
            .Join(db.Set<DossierRow>().Where(row => row.FinishedAt < ended && row.ErasedAt == null), record => record.InstanceId, dossier => dossier.InstanceId,
                (record, dossier) => new { record.InstanceId, record.Code }).ToListAsync(cancel)).ToLookup(record => record.InstanceId, record => record.Code);

    private DossierTerm TermOf(DossierRow row, IEnumerable<string> records) =>
        DossierTerm.Of(ProcedureOf(row), records, VietnamTime.DateOf(row.FinishedAt!.Value));

    private Procedure ProcedureOf(DossierRow row) => libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure;

    private async Task<IReadOnlyList<DueDossier>> Describe(
        List<(DossierRow Row, DossierTerm Term)> due, ILookup<string, string> records, CancellationToken cancel)
    {
        var ids = due.ConvertAll(each => each.Row.InstanceId);
        var held = await holds.Standing(due.ConvertAll(each => each.Row), cancel);
        var listed = await ListedElsewhere.Of(db, ids, cancel);
        var running = (await db.Instances.AsNoTracking().Where(row => ids.Contains(row.InstanceId) && row.Status == nameof(WorkflowStatus.Running) && row.DefinitionId != null)
            .Select(row => row.InstanceId).ToListAsync(cancel)).ToHashSet();
        var files = await db.Attachments.AsNoTracking().Where(file => ids.Contains(file.InstanceId)).GroupBy(file => file.InstanceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. due.Select(each => new DueDossier(
            each.Row,
            ProcedureOf(each.Row).Name,
            [.. records[each.Row.InstanceId].Distinct().Select(ProcedureOf(each.Row).FindRecord).OfType<RecordKind>().Select(kind => kind.Name)],
            each.Term.EndsOn!.Value,
            files.GetValueOrDefault(each.Row.InstanceId),
            listed.GetValueOrDefault(each.Row.InstanceId) ?? Obstacles.Find(each.Row, running.Contains(each.Row.InstanceId), held[each.Row.InstanceId])))];
    }
}
