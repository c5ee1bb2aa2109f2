using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Moves;

/// <summary>An open dossier in a rehearsal. Names nobody: the reader need not be among those who may read the dossier.</summary>
/// <param name="Now">The steps that are open.</param>
/// <param name="PromisedAt">The date promised now.</param>
public sealed record RehearsedDossier(
    string DossierId, string Code, int FromVersion, IReadOnlyList<Text> Now, DateTimeOffset? PromisedAt, MoveForecast Forecast);

/// <summary>What a version would mean for the dossiers that are open under earlier ones.</summary>
/// <param name="Unreadable">Why the version cannot be read, so that nothing can be said; empty as a rule.</param>
/// <param name="Dossiers">Every open dossier under an earlier version, the oldest first. They stay unless moved.</param>
public sealed record Rehearsal(DocumentRow Document, IReadOnlyList<LoadProblem> Unreadable, IReadOnlyList<RehearsedDossier> Dossiers);

/// <summary>Rehearses the move of open dossiers to the version of a document. Changes nothing.</summary>
public sealed class RehearseMove(
    OfficeDb db, OpenDocument documents, ProcedureLibrary procedures, InstanceHistory history, ForecastMove forecast, TimeProvider clock)
{
    /// <param name="dossierIds">Only these; null for all.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>document-unknown</c>, <c>document-status</c>: it was withdrawn.</exception>
    public async Task<Rehearsal> Run(Actor actor, string documentId, IReadOnlyCollection<string>? dossierIds, CancellationToken cancel)
    {
        var view = await documents.Run(actor, documentId, cancel);
        if (view.Row.Status == DocumentStatus.Withdrawn)
            throw new RejectedException("document-status", new Text(
                "Phiên bản này đã rút nên không có gì để diễn tập.", "The version was withdrawn; there is nothing to rehearse."));
        var (target, problems) = VersionOf(view);
        if (target is null) return new Rehearsal(view.Row, problems, []);
        return new Rehearsal(view.Row, [], await Forecasts(target, dossierIds, cancel));
    }

    private (ProcedureVersion?, IReadOnlyList<LoadProblem>) VersionOf(DocumentView view) =>
        procedures.Find(view.Row.Code, view.Row.Version) is { } published
            ? (published, [])
            : ContentReading.Read(view.Row.Code, view.Row.Version, view.Content, VietnamTime.DateOf(clock.GetUtcNow()));

    private async Task<IReadOnlyList<RehearsedDossier>> Forecasts(
        ProcedureVersion target, IReadOnlyCollection<string>? dossierIds, CancellationToken cancel)
    {
        var open = await Open(target, dossierIds).OrderBy(row => row.ReceivedAt).ThenBy(row => row.InstanceId).ToListAsync(cancel);
        var ids = Open(target, dossierIds).Select(row => row.InstanceId);
        var histories = (await db.History.AsNoTracking().Where(row => ids.Contains(row.InstanceId))
            .OrderBy(row => row.InstanceId).ThenBy(row => row.Sequence).ToListAsync(cancel)).ToLookup(row => row.InstanceId, history.Event);
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(task => task.Status == TaskState.Open && ids.Contains(task.InstanceId))
            .ToListAsync(cancel)).ToLookup(task => task.InstanceId);
        var now = clock.GetUtcNow();
        return
        [
            .. open.Select(row => new RehearsedDossier(
                row.InstanceId, row.Code, row.ProcedureVersion, [.. tasks[row.InstanceId].Select(task => task.Title)], row.PromisedAt,
                forecast.Of(target, row, [.. histories[row.InstanceId]], now))),
        ];
    }

    private IQueryable<DossierRow> Open(ProcedureVersion target, IReadOnlyCollection<string>? dossierIds)
    {
        var running = db.Instances.Where(row => row.Status == nameof(Workflows.Execution.WorkflowStatus.Running)).Select(row => row.InstanceId);
        return db.Set<DossierRow>().AsNoTracking().Where(row => row.ProcedureCode == target.Code && row.ProcedureVersion < target.Version
            && running.Contains(row.InstanceId) && (dossierIds == null || dossierIds.Contains(row.InstanceId)));
    }
}
