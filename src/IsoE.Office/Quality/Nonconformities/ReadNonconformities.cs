using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>A line of the register of nonconformities (BM-04.05), read from the history of the report's dossier.</summary>
/// <param name="Number">Number in the register; null before it is registered.</param>
/// <param name="Trigger">The trigger that opened it; null when a person did.</param>
/// <param name="Origin">Where it was found, as the report says.</param>
/// <param name="Unit">The responsible unit; the one named when it was opened, before that.</param>
/// <param name="Stage">The step it waits at; null when it is closed, or waits for time to show the effect.</param>
/// <param name="Actions">The actions against its cause, in the order in which they were given.</param>
/// <param name="Reopened">How often its action was found to have no effect, or it was opened again.</param>
/// <param name="ActedBy">Ids of those who carried actions out, <paramref name="ClosedBy"/> of who closed it.</param>
/// <param name="Evidence">Pieces of evidence added since it was opened.</param>
public sealed record NonconformityLine(
    DossierRow Dossier, string? Number, string? Trigger, string? Origin, string? Unit, string? Clause, Text? Stage, string? RootCause,
    string? Description, IReadOnlyList<AssignedAction> Actions, int Reopened, IReadOnlyList<string> ActedBy, string? ClosedBy, int Evidence)
{
    public bool IsActionLate => Actions.Any(action => action is { IsOpen: true, IsLate: true });

    /// <summary>The last day of the actions that are not done; of all of them when none is open.</summary>
    public DateOnly? ActionDueOn => Actions.Where(action => action.IsOpen).DefaultIfEmpty().Max(action => action?.DueOn) ?? Actions.Max(action => action.DueOn);
}

/// <summary>Reads the register of nonconformities (ISO 9001:2015 clauses 10.2.1 and 10.2.2).</summary>
public sealed class ReadNonconformities(OfficeDb db, SearchDossiers search, ReadActions actions)
{
    private static readonly string[] OpenedAgain = ["NotEffective", "Reopened"];

    /// <summary>The reports opened in the days from <paramref name="from"/> to <paramref name="to"/>, and those still open, of those the person may read; the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<IReadOnlyList<NonconformityLine>> Run(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        if (to < from) throw new RejectedException("period", new Text("Ngày cuối phải từ ngày đầu trở đi.", "The last day has to be the first or later.")) { Field = "To" };
        var (start, end) = VietnamTime.Between(from, to);
        var dossiers = await search.Readable(actor, isInternal: true)
            .Where(row => row.ProcedureCode == QualityProcedures.Nonconformity && ((row.ReceivedAt >= start && row.ReceivedAt < end) || row.FinishedAt == null))
            .OrderByDescending(row => row.ReceivedAt).ToListAsync(cancel);
        return await Lines(dossiers, cancel);
    }

    /// <summary>The evidence of one report or audit, the first first.</summary>
    public Task<List<EvidenceRow>> EvidenceOf(string dossierId, CancellationToken cancel) =>
        db.Set<EvidenceRow>().AsNoTracking().Where(row => row.InstanceId == dossierId).OrderBy(row => row.Number).ToListAsync(cancel);

    /// <summary>The lines of these reports.</summary>
    public async Task<IReadOnlyList<NonconformityLine>> Lines(IReadOnlyList<DossierRow> dossiers, CancellationToken cancel)
    {
        var ids = dossiers.Select(row => row.InstanceId).ToList();
        var answers = (await db.History.AsNoTracking().Where(row => ids.Contains(row.InstanceId) && row.Type == nameof(ActivityResumed) && row.DataNonce != null)
            .OrderBy(row => row.Sequence).Select(row => new { row.InstanceId, row.Data }).ToListAsync(cancel)).ToLookup(row => row.InstanceId, row => row.Data);
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).OrderBy(row => row.CreatedAt).ToListAsync(cancel)).ToLookup(row => row.InstanceId);
        var evidence = (await db.Set<EvidenceRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToListAsync(cancel)).ToLookup(row => row.InstanceId);
        var given = (await actions.Of(dossiers, cancel)).ToLookup(action => action.Dossier.InstanceId);
        return [.. dossiers.Select(dossier => Line(dossier, [.. answers[dossier.InstanceId]], [.. tasks[dossier.InstanceId]], [.. given[dossier.InstanceId]], [.. evidence[dossier.InstanceId]]))];
    }

    private static NonconformityLine Line(DossierRow dossier, List<string> answers, List<TaskRow> tasks, List<AssignedAction> given, List<EvidenceRow> evidence)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var reopened = 0;
        foreach (var answer in answers.Select(data => (ActivityResumed)WorkflowEventJson.Read(nameof(ActivityResumed), data)))
        {
            if (OpenedAgain.Contains(answer.Outcome)) reopened++;
            if (answer.Output.ValueKind != JsonValueKind.Object) continue;
            foreach (var value in answer.Output.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.String)) said[value.Name] = value.Value.GetString()!;
        }
        var form = dossier.ReadForm();
        var done = tasks.LastOrDefault(task => task.Status == TaskState.Done);
        return new NonconformityLine(
            dossier,
            said.GetValueOrDefault("ncNumber"),
            evidence.Select(row => row.TriggerId).FirstOrDefault(trigger => trigger is not null),
            Text(form, "origin"),
            said.GetValueOrDefault("responsibleUnit") ?? Text(form, "unit"),
            said.GetValueOrDefault("clauseConfirmed") ?? Text(form, "clause"),
            tasks.FirstOrDefault(task => task.Status == TaskState.Open)?.Title,
            said.GetValueOrDefault("rootCause"),
            Text(form, "description"),
            given,
            reopened,
            [.. given.Select(action => action.Task.DoneBy).OfType<string>().Distinct()],
            dossier.FinishedAt is null ? null : done?.DoneBy,
            evidence.Count);
    }

    private static string? Text(JsonElement form, string field) => form.TryGetProperty(field, out var value) ? value.GetString() : null;
}
